using System.CommandLine;
using System.Text.RegularExpressions;

namespace PrisonerTracker.Web.Verbs;

/// <summary>What on the command line is meant for the host's configuration rather than for a verb.</summary>
internal static partial class HostArguments
{
    public static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to listen on, separated by semicolons.",
        DefaultValueFactory = _ => "",
        Recursive = true,
    };

    public static bool IsSetting(string token) => Setting().IsMatch(token);

    /// <summary>WebApplicationFactory and <c>dotnet ef</c> start the program only to take its host, and always name the application.</summary>
    public static bool ForTools(ParseResult parsed) =>
        parsed.UnmatchedTokens.Any(t => t.StartsWith("--applicationName=", StringComparison.OrdinalIgnoreCase));

    public static string[] Of(ParseResult parsed)
    {
        var urls = parsed.GetValue(Urls);
        return [.. parsed.UnmatchedTokens, .. string.IsNullOrEmpty(urls) ? Array.Empty<string>() : [$"--urls={urls}"]];
    }

    [GeneratedRegex("^--[A-Za-z][A-Za-z0-9:._-]*=", RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}
