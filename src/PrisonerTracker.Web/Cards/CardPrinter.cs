using Microsoft.Extensions.Caching.Memory;
using PrisonerTracker.Core.Photos;

namespace PrisonerTracker.Web.Cards;

/// <summary>Makes PNG pictures of the register's own drawings, with the fonts of the pages, in a bounded process; keeps the latest.</summary>
internal sealed class CardPrinter(Vips vips) : IDisposable
{
    public const string PhotoFile = "photo.png";

    private const string DrawingFile = "card.svg";
    private const string PictureFile = "card.png";
    private const int MostKept = 200;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>Whether pictures can be made: libvips is installed.</summary>
    public bool IsOpen => vips.IsInstalled;

    /// <summary>The picture of a drawing, made when it was not made lately.</summary>
    /// <param name="key">What tells it from every other: drawing and photo.</param>
    /// <param name="drawing">The SVG.</param>
    /// <param name="photo">The photo it refers to as <see cref="PhotoFile"/>, as it is stored.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<byte[]> PrintAsync(string key, string drawing, byte[]? photo, CancellationToken cancellationToken)
    {
        if (_kept.Get<byte[]>(key) is { } kept)
            return kept;

        var folder = Directory.CreateTempSubdirectory("prisonertracker-card-");
        try
        {
            string In(string file) => Path.Combine(folder.FullName, file);
            if (photo is not null)
            {
                await File.WriteAllBytesAsync(In("photo.webp"), photo, cancellationToken);
                await RunAsync(folder.FullName, "vipsthumbnail", ["photo.webp", "--size", $"{CardDrawing.PhotoWidth}x{CardDrawing.PhotoHeight}", "--smartcrop", "attention", "--output", $"{PhotoFile}[strip]"], cancellationToken);
            }

            await File.WriteAllTextAsync(In(DrawingFile), drawing, cancellationToken);
            await File.WriteAllTextAsync(In("fonts.conf"), Fonts(folder.FullName), cancellationToken);
            await RunAsync(folder.FullName, "vips", ["copy", DrawingFile, $"{PictureFile}[palette,Q=100,strip]"], cancellationToken);
            var picture = await File.ReadAllBytesAsync(In(PictureFile), cancellationToken);
            return _kept.Set(key, picture, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = KeptFor });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => _kept.Dispose();

    private async Task RunAsync(string folder, string tool, string[] arguments, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string> { ["FONTCONFIG_FILE"] = Path.Combine(folder, "fonts.conf") };
        var (status, _, errors) = await vips.RunAsync(folder, tool, arguments, environment, readsDrawings: tool == "vips", cancellationToken);
        if (status != 0)
            throw new InvalidOperationException($"{tool} ended with {status}: {errors}");
    }

    // The fonts of the pages first; those of the system for scripts they do not have.
    private static string Fonts(string folder) =>
        $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{Path.Combine(AppContext.BaseDirectory, "Cards", "Fonts")}</dir>
          <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
          <cachedir>{folder}</cachedir>
        </fontconfig>
        """;
}
