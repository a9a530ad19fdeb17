using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Web.Infrastructure;

internal static class Policies
{
    public const string Viewer = nameof(Viewer);
    public const string Editor = nameof(Editor);
    public const string Administrator = nameof(Administrator);
}

/// <summary>Who may open what. Closed by default: a page that is not named here is for signed-in people only (ASVS 8.2.1).</summary>
internal static class Access
{
    public static readonly string[] PublicPages =
    [
        "/Index", "/About", "/Method", "/SignIn", "/Errors/Index",
        "/Prisoners/Index", "/Prisoners/Profile",
        "/Releases/Index", "/Releases/Event",
        "/Sources/Index", "/Sources/Source",
        "/Articles/Index", "/Articles/Article", "/Facilities/Index", "/Facilities/Facility", "/Courts/Index", "/Courts/Court",
        "/Tags/Index", "/Tags/Tag", "/Judges/Index", "/Judges/Judge", "/Organisations/Index", "/Organisations/Organisation",
        "/Solidarity/Index", "/Letters/Labels", "/Prisoners/Letter", "/CreditRules/Index", "/Reconciliation/Preview", "/Prisoners/Compare", "/Statistics/Index", "/Statistics/Chart", "/Statistics/Bridge", "/Statistics/Reported",
    ];

    public static readonly string[] EditorPages =
    [
        "/Prisoners/Create", "/Prisoners/Publication", "/Prisoners/Consent", "/Prisoners/Photo", "/Duplicates/Index",
        "/Releases/Create", "/Releases/Edit", "/Releases/Claim", "/Releases/Attach", "/Releases/Publication",
        "/Sources/Create", "/Statistics/Record", "/Statistics/EditCount", "/Articles/Edit", "/Articles/EditCode", "/Facilities/Edit", "/Courts/Edit",
        "/Judges/Edit", "/Organisations/Edit", "/CreditRules/Edit", "/Tags/Edit",
    ];

    public static readonly string[] EditorFolders =
    [
        "/Prisoners/Edit", "/Prisoners/Imprisonments", "/Prisoners/Merges", "/Prisoners/Releases", "/Prisoners/Facts", "/Prisoners/Claims", "/Prisoners/Bulk",
        "/Releases/Lists",
    ];

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(AtLeast(Role.Viewer))
            .SetDefaultPolicy(AtLeast(Role.Viewer))
            .AddPolicy(Policies.Viewer, AtLeast(Role.Viewer))
            .AddPolicy(Policies.Editor, AtLeast(Role.Editor))
            .AddPolicy(Policies.Administrator, AtLeast(Role.Administrator));

        services.AddRazorPages(options =>
        {
            foreach (var page in PublicPages)
                options.Conventions.AllowAnonymousToPage(page);
            foreach (var page in EditorPages)
                options.Conventions.AuthorizePage(page, Policies.Editor);
            foreach (var folder in EditorFolders)
                options.Conventions.AuthorizeFolder(folder, Policies.Editor);
        });
    }

    /// <summary>What does not exist is 404 for everybody; the fallback policy alone would send readers to sign in first.</summary>
    public static void UseNotFoundBeforeSignIn(this WebApplication app) => app.Use(async (context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
            case { Metadata.Count: 0, RequestDelegate: { } refusal }: // routing's own answer to a wrong method
                await refusal(context);
                break;
            default:
                await next(context);
                break;
        }
    });

    public static void UseUnpublishedForSignedIn(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            var register = context.RequestServices.GetRequiredService<RegisterContext>();
            (register.ShowUnpublished, register.ShowWithheld) = (true, context.User.MayEdit());
        }

        return next(context);
    });

    private static AuthorizationPolicy AtLeast(Role role) => new AuthorizationPolicyBuilder()
        .RequireAuthenticatedUser()
        .RequireClaim(ClaimTypes.Role, Enum.GetValues<Role>().Where(r => r >= role).Select(r => r.ToString()))
        .Build();
}
