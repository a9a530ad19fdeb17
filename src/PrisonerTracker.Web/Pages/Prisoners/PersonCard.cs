using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.LifeLines;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>A person of the list as a card, drawn by <c>_PersonCard</c>.</summary>
/// <param name="Row">Who.</param>
/// <param name="Days">The axis that the life lines of the page share; null for no line.</param>
internal sealed record PersonCard(IndexModel.Row Row, DayRange? Days)
{
    /// <summary>The past day that was asked for.</summary>
    public PartialDate? HeldOn { get; init; }

    /// <summary>Whether an editor has chosen the person; null where nobody can be chosen.</summary>
    public bool? IsChosen { get; init; }
}
