using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Photos;

/// <summary>Section <c>Photos</c>.</summary>
public sealed record PhotoOptions
{
    /// <summary>Where the programs of libvips and <c>prlimit</c> are.</summary>
    public string Tools { get; init; } = "/usr/bin";
}

/// <summary>
/// Makes the two stored sizes of an uploaded photo. The file is looked at by its first bytes and its size in pixels before anything
/// decodes it; libvips does that in a process of its own, with little memory and little time, and writes new files without any metadata
/// (ASVS 5.2.1, 5.2.2, 5.2.6; docs/adr/0035-photos-in-the-database.md).
/// </summary>
public sealed partial class PhotoWorkshop(PhotoOptions options)
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostPixels = 50_000_000;
    public const int LeastSide = 100;
    public const int SmallWidth = 96;
    public const int SmallHeight = 120;

    private const string LargeSize = "640x800>";
    private const long Memory = 1_500_000_000;
    private const int Seconds = 20;
    private const int MostOutput = 64 * 1024;

    private static readonly SemaphoreSlim AtOnce = new(2);

    /// <summary>Whether the programs are installed.</summary>
    public bool IsOpen => new[] { "prlimit", "vipsheader", "vipsthumbnail" }.All(tool => File.Exists(Path.Combine(options.Tools, tool)));

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
        var start = new ProcessStartInfo(Path.Combine(options.Tools, "prlimit"))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[$"--as={Memory}", $"--cpu={Seconds}", $"--fsize={MostBytes}", "--core=0", "--", Path.Combine(options.Tools, tool), .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in new[]
        {
            ("PATH", options.Tools), ("HOME", folder), ("TMPDIR", folder), ("LC_ALL", "C"),
            ("VIPS_BLOCK_UNTRUSTED", "1"), ("VIPS_CONCURRENCY", "1"), ("MALLOC_ARENA_MAX", "2"),
        })
        {
            start.Environment[name] = value;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(Seconds));
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process for photos could not be started.");
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, patience.Token);
            var errors = ReadAsync(process.StandardError, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            // A picture that breaks off is drawn grey where it is missing, with a warning.
            if (process.ExitCode != 0 || Broken().IsMatch(await errors))
                throw Damaged();
            return await output;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refused("The photo took too long to read. Save it smaller or in another format, then choose it again.");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // To the end, so that the process is not held up, but kept only so far.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var (kept, buffer) = (new System.Text.StringBuilder(), new char[4096]);
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length < MostOutput)
                kept.Append(buffer, 0, read);
        }

        return kept.ToString();
    }

    private static RuleException Damaged() => Refused("The photo cannot be read: the file is damaged or not complete. Choose another file.");

    private static RuleException Refused(Phrase why) => new("File", why);

    [GeneratedRegex(@"\b(?<width>[0-9]{1,9})x(?<height>[0-9]{1,9}) ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Size();

    [GeneratedRegex("premature end|not enough data|truncated|corrupt", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Broken();
}
