using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Identity;

/// <summary>What the session cookie says of a person; read again from the database twice a minute.</summary>
internal sealed class UserClaims(UserManager<User> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    public const string MustChangePassword = "must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, "yes"));
        return identity;
    }
}
