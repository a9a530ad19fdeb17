namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>Locks between processes; the operating system releases those of a killed one.</summary>
internal static class FileLock
{
    /// <summary>Null while somebody else holds the lock.</summary>
    public static FileStream? TryTake(string path, bool shared = false)
    {
        try
        {
            // On Unix .NET locks the file it opens: shared for reading and FileShare.Read, exclusively for FileShare.None.
            return shared
                ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    public static async Task<FileStream> TakeAsync(string path, CancellationToken cancellation, bool shared = false)
    {
        while (true)
        {
            if (TryTake(path, shared) is { } taken)
                return taken;
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    }
}
