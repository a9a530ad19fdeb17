namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>One line of <c>Data/given-names.tsv</c>: one name in all its forms.</summary>
internal sealed class GivenName
{
    public required int Number { get; init; }

    public required NameGender Gender { get; init; }

    /// <summary>The form shown in reasons.</summary>
    public required string Display { get; init; }

    public required IReadOnlyList<string> FullForms { get; init; }

    public required IReadOnlyList<string> ShortForms { get; init; }

    /// <summary>The line has East Slavic forms of its own.</summary>
    public required bool IsSlavic { get; init; }

    /// <summary>A name of Arabic or Persian usage: the line has a form in Arabic letters and none East Slavic.</summary>
    public bool IsArabic => !IsSlavic && FullForms.Any(form => Text.Scripts.Of(form[0]) == NameScript.Arabic);

    /// <summary>First sounds of the full forms, for initials.</summary>
    public HashSet<char> FirstSounds { get; } = [];
}
