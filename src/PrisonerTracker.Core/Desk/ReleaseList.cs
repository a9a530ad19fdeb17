using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Desk;

/// <summary>A list of names somebody published about a release event, and what the register makes of it. Its text is never changed.</summary>
public sealed class ReleaseList : Batch, ILabelled
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

    public IReadOnlyList<ListLine> Lines => _lines;
    public string Label => $"List of {_lines.Count} lines";

    internal static ReleaseList Create(PastedList pasted, IReadOnlyList<ReadLine> lines, Actor by, DateTime now)
    {
        var list = new ReleaseList
        {
            ReleaseEventId = pasted.ReleaseEventId,
            PastedText = pasted.Text,
            FileName = pasted.FileName,
            ListYear = pasted.ListYear,
        };
        list.Begin(by, now);
        list._lines.AddRange(lines.Select((line, i) => ListLine.Create(line, i + 1)));
        list.Cite(pasted.Citations);
        return list;
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
