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

    /// <summary>First sounds of the full forms, for initials.</summary>
    public HashSet<char> FirstSounds { get; } = [];
}
