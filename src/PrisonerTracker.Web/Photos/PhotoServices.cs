using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Photos;

/// <summary>Photos of people: made small by a workshop, and given out at the address of their hash.</summary>
internal static class PhotoServices
{
    public static void AddPhotos(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new Vips(configuration.GetSection("Photos").Get<PhotoOptions>() ?? new PhotoOptions()));
        services.AddSingleton<PhotoWorkshop>();
        services.AddScoped<PhotoService>();
    }

    /// <summary>The address never gives anything else, so browsers keep it; nobody gets it for a person whom they do not see.</summary>
    public static void MapPhotos(this WebApplication app) =>
        app.MapRead("/photos/{hash:length(64)}-{size:regex(^(large|small)$)}.webp", SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync(string hash, string size, RegisterContext register, HttpResponse response, CancellationToken cancellation)
    {
        var isLarge = size == "large";
        var pixels = await register.PhotoFiles
            .Where(f => f.Hash == hash && register.Photos.Any(p => p.Hash == f.Hash && register.Prisoners.Any(x => x.PrisonerId == p.PrisonerId)))
            .Select(f => isLarge ? f.Large : f.Small)
            .SingleOrDefaultAsync(cancellation);
        if (pixels is null)
            return Results.NotFound();

        response.Headers.CacheControl = "public, max-age=31536000, immutable"; // for signed-in people it becomes no-store
        return Results.Bytes(pixels, "image/webp");
    }
}
