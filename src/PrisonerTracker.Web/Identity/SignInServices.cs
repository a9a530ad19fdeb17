using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Identity;

internal static class SignInServices
{
    private const int HashIterations = 210_000; // OWASP's figure for PBKDF2 with HMAC-SHA512
    private static readonly TimeSpan SessionIdleFor = TimeSpan.FromHours(8);
    private static readonly TimeSpan SessionCheckedEvery = TimeSpan.FromSeconds(30);

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<Accounts>();
        services.AddScoped<Passwords>();

        services.AddIdentityCore<User>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Password = PasswordRules.Options;
            })
            .AddEntityFrameworkStores<RegisterContext>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<UserClaims>()
            .AddSignInManager();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);

        services.AddScoped<ISecurityStampValidator, SessionValidator>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<TimeProvider>((options, clock) =>
        {
            options.ValidationInterval = SessionCheckedEvery;
            options.TimeProvider = clock;
        });

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme); // ending a session ends this one too, so it must exist
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorRememberMeScheme).Configure<SiteOptions>(
            (options, site) => site.Apply(options.Cookie, "remembered", SameSiteMode.Strict));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SiteOptions>(SetCookie);
    }

    private static void SetCookie(CookieAuthenticationOptions options, SiteOptions site)
    {
        site.Apply(options.Cookie, "session", SameSiteMode.Lax);
        options.ExpireTimeSpan = SessionIdleFor;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;
            var back = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : request.PathBase + "/";
            context.Response.Redirect($"{context.Request.PathBase}/sign-in{QueryString.Create("returnUrl", back)}");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
