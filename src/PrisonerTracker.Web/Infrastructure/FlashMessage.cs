using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>One sentence for the next page, such as "The release was recorded."; in a cookie, so only for signed-in people.</summary>
internal static class FlashMessage
{
    public const string Cookie = "notice";

    private const string Key = "message";

    public static void Say(this ITempDataDictionary tempData, string message) => tempData[Key] = message;

    public static string? TakeMessage(this ITempDataDictionary tempData) => tempData[Key] as string;
}
