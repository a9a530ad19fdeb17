namespace PrisonerTracker.Web.Infrastructure;

internal static class Hosting
{
    private const string DefaultAddress = "http://localhost:5080";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Hosting).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(args),
        });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.WebHost.UseStaticWebAssets(); // without it `dotnet run` has no styles outside the Development environment
        if (!SaysWhereToListen(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>Where the application lies, from whatever folder it is started; a host factory may name another place.</summary>
    private static string? ContentRoot(string[] args) =>
        args.Any(a => a.StartsWith("--contentRoot=", StringComparison.OrdinalIgnoreCase)) || Directory.Exists("wwwroot")
            ? null
            : AppContext.BaseDirectory;

    private static bool SaysWhereToListen(ConfigurationManager configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
