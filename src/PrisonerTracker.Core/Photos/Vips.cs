using System.Diagnostics;
using System.Text;

namespace PrisonerTracker.Core.Photos;

/// <summary>Section <c>Photos</c>.</summary>
public sealed record PhotoOptions
{
    /// <summary>Where the programs of libvips and <c>prlimit</c> are.</summary>
    public string Tools { get; init; } = "/usr/bin";
}

/// <summary>The programs of libvips, each run in a process of its own with little memory, little time and nothing of the server's environment.</summary>
public sealed class Vips(PhotoOptions options)
{
    private const long Memory = 1_500_000_000;
    private const int Seconds = 20;
    private const int MostBytesWritten = 10 * 1024 * 1024;
    private const int MostOutput = 64 * 1024;

    /// <summary>Whether the programs are there.</summary>
    public bool IsInstalled => new[] { "prlimit", "vips", "vipsheader", "vipsthumbnail" }.All(tool => File.Exists(Path.Combine(options.Tools, tool)));

    /// <summary>Runs one of the programs to its end.</summary>
    /// <param name="folder">Where it works, reads and writes.</param>
    /// <param name="tool">The program's name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables besides the usual ones.</param>
    /// <param name="readsDrawings">Lets it read SVG, which it must only do with drawings of the register's own; photos are read without.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="TimeoutException">It took longer than it may.</exception>
    public async Task<(int Status, string Output, string Errors)> RunAsync(
        string folder, string tool, string[] arguments, IReadOnlyDictionary<string, string>? environment = null, bool readsDrawings = false,
        CancellationToken cancellationToken = default)
    {
        var start = new ProcessStartInfo(Path.Combine(options.Tools, "prlimit"))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[$"--as={Memory}", $"--cpu={Seconds}", $"--fsize={MostBytesWritten}", "--core=0", "--", Path.Combine(options.Tools, tool), .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in new[] { ("PATH", options.Tools), ("HOME", folder), ("TMPDIR", folder), ("LC_ALL", "C.UTF-8"), ("VIPS_CONCURRENCY", "1"), ("MALLOC_ARENA_MAX", "2") })
            start.Environment[name] = value;
        if (!readsDrawings)
            start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(Seconds));
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} could not be started.");
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, patience.Token);
            var errors = ReadAsync(process.StandardError, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{tool} took longer than {Seconds} seconds.", late);
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
        var (kept, buffer) = (new StringBuilder(), new char[4096]);
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length < MostOutput)
                kept.Append(buffer, 0, read);
        }

        return kept.ToString();
    }
}
