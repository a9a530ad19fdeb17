using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Desk;

public enum ListStatus
{
    /// <summary>Being decided, line by line, by whoever has time.</summary>
    Draft,

    /// <summary>Decided; somebody else has to check and apply it.</summary>
    AwaitingApproval,

    /// <summary>Recorded. Lines that were refused may still wait.</summary>
    Applied,

    /// <summary>Recorded, and taken back whole.</summary>
    Undone,
}

/// <summary>A list of names somebody published about a release event, and what the register makes of it. Its text is never changed.</summary>
public sealed class ReleaseList : Fact, ILabelled
{
    public const int TextLength = 200_000;
    public const int MostLines = 2000;
    public const int FileNameLength = 200;

    private readonly List<ListLine> _lines = [];

    private ReleaseList()
    {
    }

    public Guid ReleaseListId { get; private set; } = Guid.CreateVersion7();
    public Guid ReleaseEventId { get; private set; }
    public ReleaseEvent ReleaseEvent { get; private set; } = null!;

    /// <summary>As it was pasted, or the rows of the file with tabs between the cells.</summary>
    public string PastedText { get; private set; } = "";

    /// <summary>The name of the file it came from.</summary>
    public string? FileName { get; private set; }

    /// <summary>The year in which the ages in it hold.</summary>
    public int ListYear { get; private set; }

    public ListStatus Status { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public string CreatedBy { get; private set; } = "";

    /// <summary>Who prepared it and asked for a second person.</summary>
    public string? SentBy { get; private set; }

    public DateTime? SentAt { get; private set; }
    public string? AppliedBy { get; private set; }
    public DateTime? AppliedAt { get; private set; }
    public string? UndoneBy { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public string? UndoneBecause { get; private set; }

    /// <summary>Counts the changes of the list as a whole; each line has a version of its own.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<ListLine> Lines => _lines;
    public string Label => $"List of {_lines.Count} lines";

    /// <summary>Whether lines can still be decided.</summary>
    public bool IsOpen => Status is ListStatus.Draft or ListStatus.Applied;

    internal static ReleaseList Create(PastedList pasted, IReadOnlyList<ReadLine> lines, Actor by, DateTime now)
    {
        var list = new ReleaseList
        {
            ReleaseEventId = pasted.ReleaseEventId,
            PastedText = pasted.Text,
            FileName = pasted.FileName,
            ListYear = pasted.ListYear,
            CreatedAt = now,
            CreatedBy = by.Name,
            Version = 1,
        };
        list._lines.AddRange(lines.Select((line, i) => ListLine.Create(line, i + 1)));
        list.Cite(pasted.Citations);
        return list;
    }

    internal void SendForApproval(Actor by, DateTime now)
    {
        if (!IsOpen)
            throw new RuleException("", "Only a list that is being decided can be sent for approval.");
        (Status, SentBy, SentAt) = (ListStatus.AwaitingApproval, by.Name, now);
        Version++;
    }

    internal void TakeBack()
    {
        if (Status != ListStatus.AwaitingApproval)
            throw new RuleException("", "The list does not wait for approval any more.");
        (Status, SentBy, SentAt) = (AppliedAt is null ? ListStatus.Draft : ListStatus.Applied, null, null);
        Version++;
    }

    internal void Apply(Actor by, DateTime now)
    {
        (Status, AppliedBy, AppliedAt) = (ListStatus.Applied, by.Name, now);
        Version++;
    }

    internal void Undo(Actor by, string because, DateTime now)
    {
        (Status, UndoneBy, UndoneAt, UndoneBecause) = (ListStatus.Undone, by.Name, now, because);
        Version++;
    }

    /// <summary>Decides it anew after it was undone.</summary>
    internal void Reopen()
    {
        if (Status != ListStatus.Undone)
            throw new RuleException("", "Only a list that was undone can be opened again.");
        (Status, SentBy, SentAt, AppliedBy, AppliedAt) = (ListStatus.Draft, null, null, null, null);
        Version++;
    }
}

/// <summary>A list as an editor brings it.</summary>
public sealed record PastedList
{
    public required Guid ReleaseEventId { get; init; }
    public required string Text { get; init; }
    public string? FileName { get; init; }

    /// <summary>The year in which the ages in it hold, unless the list itself names one.</summary>
    public required int ListYear { get; init; }

    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
