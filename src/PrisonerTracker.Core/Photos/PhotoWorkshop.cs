using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Photos;

/// <summary>
/// Makes the two stored sizes of an uploaded photo. The file is looked at by its first bytes and its size in pixels before anything
/// decodes it; libvips does that in a process of its own, with little memory and little time, and writes new files without any metadata
/// (ASVS 5.2.1, 5.2.2, 5.2.6; docs/adr/0035-photos-in-the-database.md).
/// </summary>
public sealed partial class PhotoWorkshop(Vips vips)
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostPixels = 50_000_000;
    public const int LeastSide = 100;
    public const int SmallWidth = 96;
    public const int SmallHeight = 120;

    private const string LargeSize = "640x800>";

    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <summary>Whether the programs are installed.</summary>
    public bool IsOpen => vips.IsInstalled;

    /// <summary>Checks the file and makes the two sizes.</summary>
    /// <exception cref="RuleException">It is no photo the register takes; the message says why and what to do.</exception>
    public async Task<PreparedPhoto> PrepareAsync(byte[] file, string fileName, CancellationToken cancellationToken = default)
    {
        var format = ImageFormat.Of(file) ?? throw Refused("The file is not a photo: it is neither JPEG, PNG nor WebP. Choose another file.");
        if (file.Length > MostBytes)
            throw Refused("The file is larger than 10 MB. Save the photo smaller, then choose it again.");
        if (!ImageFormat.Fits(format, fileName))
            throw Refused($"The file holds a {format.ToUpperInvariant()} picture, and its name ends otherwise. Give it its right ending, then choose it again.");
        if (!ImageFormat.IsWhole(format, file))
            throw Damaged();

        await AtOnce.WaitAsync(cancellationToken);
        var folder = Directory.CreateTempSubdirectory("prisonertracker-photo-");
        try
        {
            return await MakeAsync(folder.FullName, $"input.{format}", file, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
            AtOnce.Release();
        }
    }

    private async Task<PreparedPhoto> MakeAsync(string folder, string input, byte[] file, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, input), file, cancellationToken);
        var (width, height) = await SizeAsync(folder, input, cancellationToken);
        if ((long)width * height > MostPixels)
            throw Refused($"The photo has {width} by {height} pixels, more than the register takes. Save it smaller, then choose it again.");
        if (width < LeastSide || height < LeastSide)
            throw Refused($"The photo has only {width} by {height} pixels. Choose one of at least {LeastSide} by {LeastSide}.");

        // By way of a PNG, and without the chunks of metadata in the end: libvips 8.14 leaves XMP in a WebP even where it is told to strip it.
        await RunAsync(folder, "vipsthumbnail", [input, "--size", LargeSize, "--export-profile", "srgb", "--output", "bare.png[compression=1,strip]"], cancellationToken);
        await RunAsync(folder, "vipsthumbnail", ["bare.png", "--size", LargeSize, "--output", "large.webp[Q=82,strip]"], cancellationToken);
        await RunAsync(folder, "vipsthumbnail", ["bare.png", "--size", $"{SmallWidth}x{SmallHeight}", "--smartcrop", "attention", "--output", "small.webp[Q=80,strip]"], cancellationToken);
        var (largeWidth, largeHeight) = await SizeAsync(folder, "large.webp", cancellationToken);
        var large = ImageFormat.OnlyPixels(await File.ReadAllBytesAsync(Path.Combine(folder, "large.webp"), cancellationToken));
        var small = ImageFormat.OnlyPixels(await File.ReadAllBytesAsync(Path.Combine(folder, "small.webp"), cancellationToken));
        var hash = Convert.ToHexStringLower(SHA256.HashData([.. large, .. small]));
        return new PreparedPhoto(hash, large, largeWidth, largeHeight, small);
    }

    // Reads the header only: nothing is decoded.
    private async Task<(int Width, int Height)> SizeAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var said = Size().Match(await RunAsync(folder, "vipsheader", [file], cancellationToken));
        return said.Success && int.TryParse(said.Groups["width"].ValueSpan, CultureInfo.InvariantCulture, out var width)
            && int.TryParse(said.Groups["height"].ValueSpan, CultureInfo.InvariantCulture, out var height)
            ? (width, height)
            : throw Damaged();
    }

    private async Task<string> RunAsync(string folder, string tool, string[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            var (status, output, errors) = await vips.RunAsync(folder, tool, arguments, cancellationToken: cancellationToken);
            // A picture that breaks off is drawn grey where it is missing, with a warning.
            return status == 0 && !Broken().IsMatch(errors) ? output : throw Damaged();
        }
        catch (TimeoutException)
        {
            throw Refused("The photo took too long to read. Save it smaller or in another format, then choose it again.");
        }
    }

    private static RuleException Damaged() => Refused("The photo cannot be read: the file is damaged or not complete. Choose another file.");

    private static RuleException Refused(Phrase why) => new("File", why);

    [GeneratedRegex(@"\b(?<width>[0-9]{1,9})x(?<height>[0-9]{1,9}) ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("premature end|not enough data|truncated|corrupt", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Broken();
}
