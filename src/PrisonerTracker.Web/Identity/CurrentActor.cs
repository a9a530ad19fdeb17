using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PrisonerTracker.Core.History;

namespace PrisonerTracker.Web.Identity;

/// <summary>Who is signed in, as history writes it down.</summary>
internal sealed class CurrentActor(IHttpContextAccessor request, IOptions<IdentityOptions> identity)
{
    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; a page that writes must not be open to the public.</exception>
    public Actor Actor
    {
        get
        {
            var user = request.HttpContext?.User;
            var claims = identity.Value.ClaimsIdentity;
            return user?.Identity is { IsAuthenticated: true, Name: { } name } && Guid.TryParse(user.FindFirst(claims.UserIdClaimType)?.Value, out var id)
                ? new Actor(id, name)
                : throw new InvalidOperationException("Nobody is signed in.");
        }
    }
}
