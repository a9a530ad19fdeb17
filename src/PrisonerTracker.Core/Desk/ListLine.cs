using System.Globalization;
using System.Text.Json;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

public enum LineDecision
{
    /// <summary>Not compared with the register yet.</summary>
    Unmatched,

    /// <summary>Somebody in the register may be meant; a person has to say who.</summary>
    Choose,

    /// <summary>Nobody in the register fits; a person has to say what that means.</summary>
    Nobody,

    /// <summary>One person of the register.</summary>
    Matched,

    /// <summary>Somebody the register gets a draft of.</summary>
    NewPerson,

    /// <summary>A person who is only named: the register has no record and gets none.</summary>
    NamedOnly,

    /// <summary>A heading, a remark.</summary>
    NoPerson,

    /// <summary>The person of another line again.</summary>
    Duplicate,
}

/// <summary>What became of the person, as the list or another source says.</summary>
public enum LineOutcome
{
    Freed,
    FreedAndForcedOut,
    RefusedToLeave,
    ReturnedToPrison,
    Unknown,
}

/// <summary>One line of a published list: what stood there, what was read, what was decided, what came of it.</summary>
public sealed class ListLine
{
    public const int OriginalLength = 2000;
    public const int NoteLength = 1000;
    public const int RefusalLength = 500;

    private ListLine()
    {
    }

    public Guid ListLineId { get; private set; } = Guid.CreateVersion7();
    public Guid ReleaseListId { get; private set; }

    /// <summary>From 1; several people in one line of the list are several of these.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The line in the text, from 1.</summary>
    public int LineNumber { get; private set; }

    /// <summary>The whole line as it was published.</summary>
    public string Original { get; private set; } = "";

    /// <summary>The name that was read; null where there seems to be none.</summary>
    public string? WrittenName { get; private set; }

    public int? BornFrom { get; private set; }
    public int? BornTo { get; private set; }
    public DateOnly? BornOn { get; private set; }
    public string? Place { get; private set; }
    public string? Notes { get; private set; }

    public LineDecision Decision { get; private set; }
    public Guid? PrisonerId { get; private set; }

    /// <summary>The line whose person this is again.</summary>
    public int? DuplicateOf { get; private set; }

    /// <summary>Who decided; null when the reader of lists or the matcher did.</summary>
    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who may be meant, as the matcher saw it: <see cref="LineCandidate"/> as JSON.</summary>
    public string Candidates { get; private set; } = "[]";

    public LineOutcome Outcome { get; private set; }
    public string? DestinationCountry { get; private set; }

    /// <summary>When it differs from the event's date.</summary>
    public PartialDate? ReleasedOn { get; private set; }

    /// <summary>The list, or another source, says that the person is not regarded as a political prisoner.</summary>
    public bool NotDesignated { get; private set; }

    public string? Note { get; private set; }
    public int Version { get; private set; }

    /// <summary>When it was recorded; null until then and after it was undone.</summary>
    public DateTime? AppliedAt { get; private set; }

    public Guid? ReleaseId { get; private set; }
    public Guid? NamedPersonId { get; private set; }

    /// <summary>The person's record was made from this line.</summary>
    public bool AddedPerson { get; private set; }

    /// <summary>How the event named the person before; null when it did not.</summary>
    public NamedOutcome? FormerOutcome { get; private set; }

    public LocalizedText FormerNote { get; private set; } = LocalizedText.Empty;
    public bool FormerNotDesignated { get; private set; }
    public string? FormerDestinationCountry { get; private set; }
    public bool? FormerForcedOut { get; private set; }

    /// <summary>How the event named the person before, whole; null when it did not.</summary>
    internal FormerNaming? Former =>
        FormerOutcome is { } outcome ? new FormerNaming(outcome, FormerDestinationCountry, FormerForcedOut, FormerNotDesignated, FormerNote) : null;

    /// <summary>Why it was not recorded when the list was.</summary>
    public string? Refusal { get; private set; }

    public bool IsApplied => AppliedAt is not null;

    /// <summary>A person still has to decide.</summary>
    public bool Waits => Decision is LineDecision.Unmatched or LineDecision.Choose or LineDecision.Nobody;

    public bool IsFreed => Outcome is LineOutcome.Freed or LineOutcome.FreedAndForcedOut;

    internal NamedOutcome Told => Outcome switch
    {
        LineOutcome.RefusedToLeave => NamedOutcome.RefusedToLeave,
        LineOutcome.ReturnedToPrison => NamedOutcome.ReturnedToPrison,
        LineOutcome.Unknown => NamedOutcome.Unknown,
        _ => NamedOutcome.Freed,
    };

    public BirthHint? Birth => BornOn is { } day ? BirthHint.On(day) : BornFrom is { } from ? new BirthHint(from, BornTo ?? from) : null;

    public IReadOnlyList<LineCandidate> ReadCandidates() => JsonSerializer.Deserialize<List<LineCandidate>>(Candidates) ?? [];

    internal static ListLine Create(ReadLine read, int ordinal) => new()
    {
        Ordinal = ordinal,
        LineNumber = read.Number,
        Original = read.Original,
        WrittenName = read.Name,
        BornFrom = read.Birth?.FromYear,
        BornTo = read.Birth?.ToYear,
        BornOn = read.Birth?.Date,
        Place = read.Place,
        Notes = read.Notes,
        Decision = read.Name is null ? LineDecision.NoPerson : LineDecision.Unmatched,
        Version = 1,
    };

    internal void Found(RegisterDecision decision, IReadOnlyList<LineCandidate> candidates, DateTime now)
    {
        Candidates = JsonSerializer.Serialize(candidates);
        (Decision, PrisonerId) = decision switch
        {
            RegisterDecision.Match => (LineDecision.Matched, candidates[0].PrisonerId),
            RegisterDecision.Unsure => (LineDecision.Choose, (Guid?)null),
            _ => (LineDecision.Nobody, null),
        };
        DecidedAt = now;
        Version++;
    }

    internal void Decide(LineAnswer answer, string by, DateTime now)
    {
        if (answer.Decision is LineDecision.Unmatched or LineDecision.Nobody)
            throw new RuleException("", "Choose who is meant.");
        if (answer.Decision == LineDecision.Matched && answer.PrisonerId is null)
            throw new RuleException("", $"Line {Ordinal}: choose the person who is meant.");
        if (answer.Decision is LineDecision.NewPerson or LineDecision.NamedOnly && WrittenName is null)
            throw new RuleException("", $"Line {Ordinal}: no name was read in this line, so nobody can be added from it.");
        if (answer.Decision == LineDecision.Duplicate && (answer.DuplicateOf is null || answer.DuplicateOf == Ordinal))
            throw new RuleException("", $"Line {Ordinal}: say which other line names the same person.");
        Decision = answer.Decision;
        PrisonerId = answer.Decision == LineDecision.Matched ? answer.PrisonerId : null;
        DuplicateOf = answer.Decision == LineDecision.Duplicate ? answer.DuplicateOf : null;
        (DecidedBy, DecidedAt, Refusal) = (by, now, null);
        Version++;
    }

    internal void Tell(LineTold told)
    {
        if (told.Outcome is { } outcome)
            Outcome = outcome;
        if (told.Destination is { } country)
            DestinationCountry = country.Length == 0 ? null : Countries.Require(country, nameof(told.Destination));
        if (told.ReleasedOn is { } on)
            ReleasedOn = on.Date;
        if (told.NotDesignated is { } not)
            NotDesignated = not;
        if (told.Note is { } note)
            Note = Blank.ToNull(note);
        Refusal = null;
        Version++;
    }

    internal void Refuse(string because) => Refusal = because.Length > RefusalLength ? because[..RefusalLength] : because;

    internal void Applied(DateTime now, Guid prisonerOrNobody, Guid? releaseId, Guid namedPersonId, FormerNaming? former, bool added)
    {
        PrisonerId = prisonerOrNobody == Guid.Empty ? null : prisonerOrNobody;
        (AppliedAt, ReleaseId, NamedPersonId, AddedPerson, Refusal) = (now, releaseId, namedPersonId, added, null);
        Remember(former);
        Version++;
    }

    internal void Undone()
    {
        if (AddedPerson)
            PrisonerId = null;
        (AppliedAt, ReleaseId, NamedPersonId, AddedPerson) = (null, null, null, false);
        Remember(null);
        Version++;
    }

    private void Remember(FormerNaming? former) =>
        (FormerOutcome, FormerDestinationCountry, FormerForcedOut, FormerNotDesignated, FormerNote) =
            (former?.Outcome, former?.DestinationCountry, former?.ForcedOut, former?.NotDesignated ?? false, former?.Note ?? LocalizedText.Empty);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ordinal}. {WrittenName ?? Original}");
}

/// <summary>Somebody of the register a line may mean, and why, as it was found.</summary>
public sealed record LineCandidate(Guid PrisonerId, double Score, string Spelling, IReadOnlyList<string> Reasons);

/// <summary>Who is meant by a line.</summary>
public sealed record LineAnswer(LineDecision Decision, Guid? PrisonerId = null, int? DuplicateOf = null);

/// <summary>What became of a line's person. What is null stays as it is.</summary>
public sealed record LineTold
{
    public LineOutcome? Outcome { get; init; }

    /// <summary>A country code; empty for "not stated".</summary>
    public string? Destination { get; init; }

    public DateTold? ReleasedOn { get; init; }
    public bool? NotDesignated { get; init; }
    public string? Note { get; init; }
}

/// <summary>A date of one's own, or none: the event's.</summary>
public sealed record DateTold(PartialDate? Date);

/// <summary>A change of one line.</summary>
/// <param name="ListLineId">Which line.</param>
/// <param name="Version">The version the editor saw; null for whatever it is now.</param>
/// <param name="Answer">Who is meant; null when that stays.</param>
/// <param name="Told">What became of the person; null when that stays.</param>
public sealed record LineChange(Guid ListLineId, int? Version, LineAnswer? Answer, LineTold? Told = null);
