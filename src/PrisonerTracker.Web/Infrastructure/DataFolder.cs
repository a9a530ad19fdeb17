namespace PrisonerTracker.Web.Infrastructure;

/// <summary>The folder for what the application itself keeps: <c>.data</c> beside the solution, or beside the application once published.</summary>
internal static class DataFolder
{
    public static string Of(IConfiguration configuration, IHostEnvironment environment) =>
        configuration["DataFolder"] is { Length: > 0 } configured
            ? Path.GetFullPath(configured)
            : Path.Combine(Checkout(environment.ContentRootPath) ?? environment.ContentRootPath, ".data");

    private static string? Checkout(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PrisonerTracker.sln")))
                return folder.FullName;
        }

        return null;
    }
}
