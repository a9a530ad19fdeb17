using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Forms;

/// <summary>Where a fact is edited.</summary>
internal static class FactLinks
{
    /// <summary>The page of the fact, of the person whose pages the reader is on.</summary>
    public static string? Of(this IUrlHelper url, ConflictingFact fact)
    {
        var slug = url.ActionContext.RouteData.Values["slug"];
        return fact.Kind switch
        {
            FactKind.Identity => url.Page("/Prisoners/Edit/Identity", new { slug }),
            FactKind.Imprisonment => url.Page("/Prisoners/Imprisonments/Edit", new { slug, imprisonmentId = fact.Id }),
            FactKind.Charge => url.Page("/Prisoners/Imprisonments/Charge", new { slug, imprisonmentId = fact.ImprisonmentId, chargeId = fact.Id }),
            FactKind.Sentence => url.Page("/Prisoners/Imprisonments/Sentence", new { slug, imprisonmentId = fact.ImprisonmentId, sentenceId = fact.Id }),
            FactKind.Placement => url.Page("/Prisoners/Imprisonments/Placement", new { slug, imprisonmentId = fact.ImprisonmentId, placementId = fact.Id }),
            FactKind.Release => url.Page("/Prisoners/Releases/Correct", new { slug, imprisonmentId = fact.ImprisonmentId }),
            _ => null,
        };
    }
}
