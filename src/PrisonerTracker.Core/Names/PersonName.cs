using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Names;

public enum NameKind
{
    /// <summary>The one to show in its language; at most one per language.</summary>
    Preferred,
    Official,
    Transliteration,
    Alias,
    Former,
    Pseudonym,
}

/// <summary>One of the forms a person's name is written in.</summary>
public sealed class PersonName : Fact
{
    public const int FullLength = 200;
    public const int PartLength = 100;
    public const int ScriptLength = 4;

    private WrittenName? _written;

    private PersonName()
    {
    }

    public Guid PersonNameId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }

    /// <summary>The name as it is written, in its own order.</summary>
    public string Full { get; private set; } = "";

    public string? Given { get; private set; }
    public string? Patronymic { get; private set; }
    public string? Family { get; private set; }

    /// <summary>BCP 47.</summary>
    public string Language { get; private set; } = "";

    /// <summary>ISO 15924, such as <c>Cyrl</c>; read off the letters.</summary>
    public string Script { get; private set; } = "";

    public NameKind Kind { get; private set; }

    /// <summary>The order it was entered in, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The <see cref="NameKeys"/> as numbers, by which the name is found in another spelling.</summary>
    public int[] MatchKeys { get; private set; } = [];

    /// <summary>The <see cref="NameKeys.Version"/> of the keys; 0 before there are any.</summary>
    public int KeysVersion { get; private set; }

    /// <summary>The name taken apart.</summary>
    internal WrittenName Written => _written ??= NameParser.Parse(Full);

    internal static PersonName Create(NameDetails details, int ordinal)
    {
        var name = new PersonName { Ordinal = ordinal };
        name.Set(details);
        return name;
    }

    internal void Set(NameDetails details)
    {
        var full = Required(details);
        if (full != Full)
            (Full, _written, KeysVersion) = (full, null, 0);
        Given = Blank.ToNull(details.Given);
        Patronymic = Blank.ToNull(details.Patronymic);
        Family = Blank.ToNull(details.Family);
        Language = Languages.Require(details.Language);
        Script = Iso15924.Of(Full);
        Kind = details.Kind;
        Cite(details.Citations);
    }

    /// <summary>Restates what follows from the spelling.</summary>
    internal void Index()
    {
        if (KeysVersion == NameKeys.Version)
            return;
        MatchKeys = [.. NameKeys.For(Written).Select(NameKeys.Number).Distinct().Order()];
        KeysVersion = NameKeys.Version;
    }

    private static string Required(NameDetails details)
    {
        var full = Blank.ToNull(details.Full)
            ?? throw new RuleException("Names", "Write the name, or leave the whole row empty.");
        return full.Length <= FullLength
            ? full
            : throw new RuleException("Names", $"The name is longer than {FullLength} characters. Shorten it.");
    }
}

public sealed record NameDetails
{
    public required string Full { get; init; }
    public string? Given { get; init; }
    public string? Patronymic { get; init; }
    public string? Family { get; init; }
    public string Language { get; init; } = Languages.English;
    public NameKind Kind { get; init; } = NameKind.Preferred;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
