using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Testing;

/// <summary>Details that the register accepts as they are; a test changes only what it is about.</summary>
public static class Valid
{
    public static readonly Actor Editor = new(null, "editor@example.org");

    /// <summary>A form of its own: a new request key each time.</summary>
    public static Submission Submission(string? reason = null) => new(Editor, Guid.CreateVersion7(), reason);

    public static PrisonerDetails Prisoner(string name) => new() { Names = [new NameDetails { Full = name }] };

    public static ImprisonmentDetails Imprisonment(string? detainedOn = "2023-05") => new()
    {
        Country = "BY",
        DetainedOn = detainedOn is null ? null : PartialDate.Parse(detainedOn),
    };

    public static ReleaseDetails Release(string on = "2025-12-13") => new() { ReleasedOn = PartialDate.Parse(on) };

    public static UndoDetails Undo(UndoKind kind) => new() { Kind = kind, Reason = "Because the test says so" };

    public static ReleaseEventDetails ReleaseEvent(string title = "An exchange") => new()
    {
        HappenedOn = PartialDate.Parse("2025-12-13"),
        Country = "BY",
        Title = LocalizedText.English(title),
    };
}
