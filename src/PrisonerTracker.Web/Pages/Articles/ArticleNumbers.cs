using System.Globalization;

namespace PrisonerTracker.Web.Pages.Articles;

internal static class ArticleNumbers
{
    /// <summary>As people count: 99, 130, 361, 361-1, 361-4.</summary>
    public static readonly IComparer<string> Order =
        StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
}
