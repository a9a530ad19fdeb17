using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Forms;

/// <summary>A field that two editors left in different states.</summary>
internal sealed record Difference(string Field, string? Yours, string? Theirs);

/// <summary>A page that edits one section of a record, a fact with a version of its own. <c>_Conflict</c> shows what somebody else saved meanwhile.</summary>
internal abstract class SectionPage(RegisterContext context, CurrentActor actor) : FormPage(context, actor)
{
    /// <summary>The version the form was filled from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Set when somebody else saved first: what differs between their record and this form.</summary>
    public IReadOnlyList<Difference>? Conflict { get; private set; }

    /// <summary>
    /// The form again with both versions, status 409. It now stands on theirs, so that sending it again is a decision, not an accident.
    /// </summary>
    /// <param name="version">The version that is saved now.</param>
    /// <param name="yours">What the form says, field by field.</param>
    /// <param name="theirs">The same fields in the same order, as saved now.</param>
    protected PageResult Conflicted(
        int version, IEnumerable<(string Field, string? Value)> yours, IEnumerable<(string Field, string? Value)> theirs)
    {
        Conflict =
        [
            .. yours.Zip(theirs, (mine, other) => new Difference(mine.Field, Blank.ToNull(mine.Value), Blank.ToNull(other.Value)))
                .Where(d => d.Yours != d.Theirs),
        ];
        Version = version;
        ModelState.Remove(nameof(Version));
        Renew();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
