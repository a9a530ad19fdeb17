using System.ComponentModel;
using System.Diagnostics;

namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>Runs programs as the account the server belongs to: PostgreSQL refuses to run as root.</summary>
internal sealed class ServerAccount
{
    private readonly string? _name;

    private ServerAccount(string? name) => _name = name;

    /// <summary>Whether the server runs as somebody else than this process.</summary>
    public bool IsOther => _name is not null;

    public static async Task<ServerAccount> ChooseAsync(string? configured, CancellationToken cancellation)
    {
        var self = new ServerAccount(null);
        // On Windows PostgreSQL's own programs give up an administrator's rights.
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return self;

        foreach (var name in configured is null ? ["postgres", "nobody"] : new[] { configured })
        {
            var id = await self.RunAsync("id", ["-u", name], cancellation);
            if (id.Succeeded && id.Output.Trim() != "0")
                return new ServerAccount(name);
        }

        throw new LocalPostgresException(
            "PostgreSQL refuses to run as root, and there is no "
            + (configured is null ? "account postgres or nobody" : $"unprivileged account {configured}")
            + " to run it as. Start the application as an ordinary user, or name an account in LocalPostgres__Account.");
    }

    /// <summary>Whether the account may pass through the folder, found out by trying.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        (await ShellAsync("cd -- \"$1\"", folder, cancellation)).Succeeded;

    /// <summary>Whether the folder is a real one (no link) and belongs to the account.</summary>
    public async Task<bool> OwnsAsync(string folder, CancellationToken cancellation) =>
        OperatingSystem.IsWindows() || (await ShellAsync("[ -d \"$1\" ] && [ ! -L \"$1\" ] && [ -O \"$1\" ]", folder, cancellation)).Succeeded;

    /// <summary>Makes a folder the account may pass through, whatever this process's umask says.</summary>
    public void MakePassableFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        if (IsOther && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    /// <summary>Makes an empty folder that only the account may enter, in a folder this process may write to.</summary>
    public async Task MakePrivateFolderAsync(string folder, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (_name is null)
            return;
        var given = await new ServerAccount(null).RunAsync("chown", ["-h", _name, folder], cancellation);
        if (!given.Succeeded)
            throw new LocalPostgresException($"Cannot give the folder {folder} to the account {_name}: {given.Output}");
    }

    public override string ToString() => _name ?? Environment.UserName;

    public Task<ProgramResult> ShellAsync(string script, string argument, CancellationToken cancellation) =>
        RunAsync("/bin/sh", ["-c", script, "sh", argument], cancellation);

    public async Task<ProgramResult> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(Environment.CurrentDirectory), // the folder itself may be closed to the account
        };
        if (_name is not null)
            start.UserName = _name;
        if (OperatingSystem.IsWindows())
            start.CreateNewProcessGroup = true; // Ctrl-C is for the application; on Unix pg_ctl itself opens a session
        Clean(start.Environment);

        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(); // alone: a server it has just started is left to the next start
            throw;
        }

        // On Windows the server inherits the pipes of the pg_ctl that started it: do not wait for their end.
        var all = Task.WhenAll(output, errors);
        await Task.WhenAny(all, Task.Delay(TimeSpan.FromMilliseconds(300), CancellationToken.None));
        return new ProgramResult(process.ExitCode, all.IsCompletedSuccessfully ? string.Concat(await all).Trim() : "");
    }

    /// <summary>The server gets neither settings for other servers nor, as another account, the application's secrets.</summary>
    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.ToList())
        {
            var needed = OperatingSystem.IsWindows() ? !name.StartsWith("PG", StringComparison.OrdinalIgnoreCase) : name is "PATH" or "LD_LIBRARY_PATH";
            if (!needed)
                environment.Remove(name);
        }

        environment["LC_ALL"] = "C";
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new LocalPostgresException($"Cannot run {start.FileName}{(start.UserName is { Length: > 0 } name ? " as " + name : "")}: {e.Message}", e);
        }
    }
}

internal sealed record ProgramResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}
