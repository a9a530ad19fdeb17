using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>A page about one bulk action.</summary>
internal abstract class BulkPage(RegisterContext register, CurrentActor actor, TimeProvider clock) : SectionPage(register, actor)
{
    public BulkAction Action { get; private set; } = null!;

    /// <summary>What recording it would do now; loaded by the pages that show it.</summary>
    public BulkPlan Plan { get; private set; } = null!;

    public string Title => Action.Kind is null
        ? N(Action.People.Count, "{0} person chosen, nothing to set yet", "{0} people chosen, nothing to set yet")
        : BulkWords.Title(Action);

    protected async Task<bool> LoadAsync(Guid id)
    {
        if (await Register.BulkAsync(id) is not { } found)
            return false;
        Action = found;
        return true;
    }

    protected async Task PlanAsync() => Plan = await Register.PlanAsync(Action, Today.Latest(clock.GetUtcNow().UtcDateTime));
}

/// <summary>What a bulk action sets, in words.</summary>
internal static class BulkWords
{
    public static string Of(BulkKind kind) => kind switch
    {
        BulkKind.Placement => T("A stay in a facility"),
        BulkKind.Designation => T("A designation"),
        BulkKind.Tag => T("A tag"),
        _ => T("A release"),
    };

    public static string Title(BulkAction action) => action.Kind switch
    {
        BulkKind.Placement => N(action.People.Count, "{1} for {0} person", "{1} for {0} people", action.Facility!.Label),
        BulkKind.Designation => N(action.People.Count, "Designation by {1} for {0} person", "Designation by {1} for {0} people", action.Organisation!.Label),
        BulkKind.Tag => N(action.People.Count, "Tag “{1}” for {0} person", "Tag “{1}” for {0} people", action.Tag!.Label),
        _ => N(action.People.Count, "Release of {0} person", "Release of {0} people"),
    };

    /// <summary>What is to be said of each person afterwards, in short.</summary>
    public static string Afterwards(BulkAction action) => action.Kind switch
    {
        BulkKind.Placement => action.EndsPrevious ? T("in {0} from {1}", action.Facility!.Label, action.HappenedOn) : T("seen in {0} on {1}", action.Facility!.Label, action.HappenedOn),
        BulkKind.Designation => T("designated by {0}", action.Organisation!.Label),
        BulkKind.Tag => T("tag “{0}”", action.Tag!.Label),
        _ => T("released: {0}", action.HappenedOn),
    };

    /// <summary>What is written of each person, term by term; empty values are left out.</summary>
    public static IEnumerable<(string Term, string? Value)> Facts(BulkAction action)
    {
        var on = action.HappenedOn is { } date ? Dates.Of(date) : null;
        IEnumerable<(string, string?)> facts = action.Kind switch
        {
            BulkKind.Placement =>
            [
                (T("Facility"), action.Facility!.Label),
                (action.EndsPrevious ? T("Brought there") : T("Seen there"), on),
                (T("Regime"), action.Regime is { } regime ? Words.Of(regime) : null),
                (T("Incommunicado"), action.Incommunicado ? T("yes") : null),
            ],
            BulkKind.Designation =>
            [
                (T("Organisation"), action.Organisation!.Label),
                (T("Stated on"), on),
                (T("Definition"), action.Definition is { } definition ? Words.Of(definition) : null),
                (T("Ground within the definition"), action.Ground),
                (T("Demand"), action.Demand is { } demand and not Core.Designations.Demand.NotStated ? Words.Of(demand) : null),
            ],
            BulkKind.Tag => [(T("Tag"), action.Tag!.Label)],
            BulkKind.Release =>
            [
                (T("Released on"), on),
                (T("Ground"), action.ReleaseGround is { } ground ? Words.Of(ground) : null),
                (T("Taken to"), action.DestinationCountry is { } country ? CountryNames.Of(country) : null),
                (T("Made to leave the country"), action.ForcedOut switch { true => T("yes"), false => T("no"), _ => null }),
            ],
            _ => [],
        };
        return facts.Append((T("Note"), Blank.ToNull(action.Note.ToString()))).Where(f => f.Item2 is not null);
    }
}
