using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners.Facts;

/// <summary>Whether letters reach the person.</summary>
public enum LetterPassage
{
    Unknown,
    Yes,
    Partly,
    No,
}

/// <summary>Where to write to a person who is held, to the letter as it goes on the envelope, and whether letters get through.</summary>
public sealed class LetterAddress : PersonFact
{
    public const int LinesLength = 1000;

    private LetterAddress()
    {
    }

    public Guid LetterAddressId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The lines of the address exactly as they are to be copied; null when only the passage of letters is known.</summary>
    public string? Lines { get; private set; }

    public string Language { get; private set; } = "";

    /// <summary>ISO 15924, read off the lines.</summary>
    public string? Script { get; private set; }

    public LetterPassage Passage { get; private set; }

    /// <summary>When it was known that letters do or do not get through.</summary>
    public PartialDate? KnownOn { get; private set; }

    public LocalizedText Note { get; private set; } = LocalizedText.Empty;

    internal static LetterAddress Empty() => new();

    internal void Describe(LetterAddressDetails details, DateOnly today)
    {
        NotInFuture(details.KnownOn, nameof(details.KnownOn), today, $"The date, {details.KnownOn}, lies in the future. Correct it.");
        Lines = Blank.ToNull(details.Lines)?.ReplaceLineEndings("\n");
        if (Lines is null && details.Passage == LetterPassage.Unknown)
            throw new RuleException(nameof(details.Lines), "Write the address, or say whether letters get through.");
        Language = Languages.Require(details.Language);
        Script = Lines is null ? null : Iso15924.Of(Lines);
        Passage = details.Passage;
        KnownOn = details.KnownOn;
        Note = details.Note;
    }
}

public sealed record LetterAddressDetails : PersonFactDetails<LetterAddress>
{
    public string? Lines { get; init; }
    public string Language { get; init; } = Languages.English;
    public LetterPassage Passage { get; init; }
    public PartialDate? KnownOn { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    private protected override LetterAddress New() => LetterAddress.Empty();

    private protected override void Describe(LetterAddress fact, DateOnly today) => fact.Describe(this, today);
}
