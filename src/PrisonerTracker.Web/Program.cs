using System.Globalization;
using PrisonerTracker.Web.Cards;
using PrisonerTracker.Web.Charts;
using PrisonerTracker.Web.Exports;
using PrisonerTracker.Web.Feeds;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;
using PrisonerTracker.Web.Photos;
using PrisonerTracker.Web.Reconciliation;
using PrisonerTracker.Web.Verbs;

namespace PrisonerTracker.Web;

/// <summary>The register: the command line first, then what a host is made of and what a request passes through.</summary>
public partial class Program
{
    public static Task<int> Main(string[] args)
    {
        // Numbers in forms and files read alike on every server, whatever its language.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return CommandLine.RunAsync(args, Terminal.Standard);
    }

    internal static WebApplication Build(WebApplicationBuilder builder, Database database)
    {
        builder.AddLogging();
        builder.AddRequestRules();
        builder.AddSite();
        builder.Services.AddRegister(database);
        builder.Services.AddPrisonerExports(database);
        builder.Services.AddFilterOffer();
        builder.Services.AddReconciliation();
        builder.Services.AddPhotos(builder.Configuration);
        builder.Services.AddCards();
        builder.Services.AddKeys(builder.Configuration);
        builder.Services.AddSignIn(builder.Configuration);
        builder.Services.AddAccess();
        builder.Services.AddForms();
        builder.Services.AddWording();
        builder.Services.AddCharts();
        builder.Services.AddErrorPages();
        builder.Services.AddHealth();
        builder.Services.AddLimits(builder.Configuration);
        builder.Services.AddCompression();

        var app = builder.Build();
        app.UseRequestLog();
        app.UseForwardedHeaders();
        app.UseLanguageInPath();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRequestRules();
        app.UseCompression();
        app.UseRouting();
        app.UseRouteInLog();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseNotFoundBeforeSignIn();
        app.UseAuthorization();
        app.UseUnpublishedForSignedIn();
        app.UsePasswordChangeFirst();

        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPrisonerExports();
        app.MapCompareExport();
        app.MapStatisticsExport();
        app.MapSuggestions();
        app.MapPhotos();
        app.MapCards();
        app.MapReconciliation();
        app.MapCalendarFeeds();
        app.MapAtomFeeds();
        app.MapSitemap();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
