using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace PrisonerTracker.Web.Wording;

internal static class WordingServices
{
    /// <summary>Letters of every script go out as themselves, not as numbers six times their size.</summary>
    public static void AddWording(this IServiceCollection services) =>
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
}
