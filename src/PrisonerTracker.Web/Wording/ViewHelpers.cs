using System.Security.Claims;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Wording;

/// <summary>Small questions that views ask.</summary>
internal static class ViewHelpers
{
    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true };

    /// <summary>Whether to show what only editors may use; the pages themselves refuse everybody else.</summary>
    public static bool MayEdit(this ClaimsPrincipal user) =>
        user.HasClaim(ClaimTypes.Role, nameof(Role.Editor)) || user.HasClaim(ClaimTypes.Role, nameof(Role.Administrator));

    /// <summary>The style class of a custody state: held, free, died or unknown. The word beside it carries the meaning.</summary>
    public static string StateClass(this Standing standing) => standing.Custody switch
    {
        Custody.AtLiberty => "state-free",
        Custody.DiedInCustody => "state-died",
        Custody.Unknown => "state-unknown",
        _ => "state-held",
    };
}
