using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Cards;

/// <summary><c>/prisoners/{slug}/card.png</c>: the picture of a profile, of nothing but what readers see, whoever asks.</summary>
internal static class CardEndpoint
{
    public static void AddCards(this IServiceCollection services) => services.AddSingleton<CardPrinter>();

    public static void MapCards(this WebApplication app) =>
        app.MapRead("/prisoners/{slug}/card.png", SendAsync).RequireRateLimiting(Limits.Cards).AllowAnonymous();

    private static async Task<IResult> SendAsync(string slug, RegisterContext register, TimeProvider clock, CardPrinter printer, HttpContext http)
    {
        register.ShowWhatReadersSee();
        var profile = new ProfileModel(register, clock);
        if (!printer.IsOpen || !await profile.ReadStoryAsync(slug))
            return Results.NotFound();

        var hash = profile.Person.Photo?.Hash;
        var drawing = CardDrawing.Of(profile, hash is null ? null : CardPrinter.PhotoFile, clock.Day());
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(drawing + hash)).AsSpan(0, 16));
        http.Response.Headers.CacheControl = "public, max-age=300";
        var tag = new EntityTagHeaderValue($"\"{key}\"");
        if (http.Request.GetTypedHeaders().IfNoneMatch.Contains(tag))
            return Results.StatusCode(StatusCodes.Status304NotModified);

        var photo = hash is null ? null : await register.PhotoFiles.Where(f => f.Hash == hash).Select(f => f.Large).SingleAsync(http.RequestAborted);
        return Results.Bytes(await printer.PrintAsync(key, drawing, photo, http.RequestAborted), "image/png", entityTag: tag);
    }
}
