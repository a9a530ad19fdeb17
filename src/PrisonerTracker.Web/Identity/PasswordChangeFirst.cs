namespace PrisonerTracker.Web.Identity;

internal static class PasswordChangeFirst
{
    private static readonly string[] StillOpen = ["/account/password", "/sign-out", "/errors", "/healthz"];

    /// <summary>Whoever signed in with a one-time password chooses their own before anything else.</summary>
    public static void UsePasswordChangeFirst(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.User.HasClaim(claim => claim.Type == UserClaims.MustChangePassword)
            || Infrastructure.RequestRules.IsStaticFile(context)
            || StillOpen.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            return next(context);
        context.Response.Redirect($"{context.Request.PathBase}/account/password");
        return Task.CompletedTask;
    });
}
