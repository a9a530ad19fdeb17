using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal static class FormerAddresses
{
    /// <summary>
    /// Where a profile is that once had this address, or that took in the record which had it; null when there is none for whoever asks.
    /// </summary>
    public static Task<string?> CurrentSlugAsync(this RegisterContext register, string slug) => register.FormerSlugs
        .Where(f => f.Slug == slug)
        .Join(register.Prisoners, f => f.PrisonerId, p => p.PrisonerId, (_, p) => p.Slug)
        .SingleOrDefaultAsync();
}
