using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Identity;

/// <summary>Ends the sessions of people who were disabled or whose password changed (ASVS 7.4.2).</summary>
internal sealed class SessionValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<User> signIn, ILoggerFactory loggers)
    : SecurityStampValidator<User>(options, signIn, loggers)
{
    /// <summary>An error page shows nothing of the register and must not need the database that may be what failed.</summary>
    public override Task ValidateAsync(CookieValidatePrincipalContext context) =>
        context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? base.ValidateAsync(context) : Task.CompletedTask;

    protected override async Task<User?> VerifySecurityStamp(ClaimsPrincipal? principal) =>
        await base.VerifySecurityStamp(principal) is { DisabledAt: null } user ? user : null;
}
