using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>
/// A private PostgreSQL server on the application's own data directory. Processes that use the same directory share
/// one server; the last of them stops it. While it is used, it is started again when it dies.
/// </summary>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    public const string Database = "prisonertracker";
    public const string Superuser = "postgres";
    public const string OwnerRole = RegisterDatabase.OwnerRole;
    public const string AppRole = RegisterDatabase.ApplicationRole;

    private const int MostTries = 5;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(70); // twice the 30 seconds of pg_ctl
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RestartRetry = TimeSpan.FromSeconds(5);

    private readonly PostgresCluster _cluster;
    private readonly LocalPostgresOptions _options;
    private readonly Action<string> _say;
    private readonly FileStream _use;
    private readonly CancellationTokenSource _disposing = new();
    private readonly Task _watch;
    private PostmasterFile _running;
    private bool _disposed;

    private LocalPostgresServer(PostgresCluster cluster, LocalPostgresOptions options, Action<string> say, FileStream use, PostmasterFile running)
    {
        (_cluster, _options, _say, _use, _running) = (cluster, options, say, use, running);
        _watch = Task.Run(WatchAsync);
    }

    /// <summary>Where the data is: as root not always where the options say.</summary>
    public string DataDirectory => _cluster.Directory;

    internal int ProcessId => _running.ProcessId;

    /// <summary>Starts the server or joins the running one; <paramref name="say"/> gets what the person at the console should know.</summary>
    /// <exception cref="LocalPostgresException">The server cannot run.</exception>
    public static async Task<LocalPostgresServer> StartAsync(LocalPostgresOptions options, Action<string> say, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        try
        {
            var cluster = await OpenAsync(options, say, limit.Token);
            using var mutex = await FileLock.TakeAsync(cluster.MutexPath, limit.Token);
            var use = await FileLock.TakeAsync(cluster.UsersPath, limit.Token, shared: true);
            try
            {
                var running = await EnsureUsableAsync(cluster, say, limit.Token);
                return new LocalPostgresServer(cluster, options, say, use, running);
            }
            catch
            {
                use.Dispose();
                throw;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new LocalPostgresException(
                $"PostgreSQL was not ready within {options.Timeout}. Its log is server.log in {Path.GetFullPath(options.DataDirectory)}; "
                + "a recovery after a crash goes on by itself, so starting again may be enough.");
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new LocalPostgresException(
                $"The folder of {options.DataDirectory} cannot be used for the database: {e.Message} "
                + "Let LocalPostgres__DataDirectory name a folder this user may write to.", e);
        }
        catch (NpgsqlException e)
        {
            throw new LocalPostgresException($"PostgreSQL runs on {options.DataDirectory}, but refuses its administrator: {e.Message}", e);
        }
    }

    public string ConnectionString(string database, string role) => ConnectionString(_cluster, _running, database, role);

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await StopWatchingAsync();
        using var limit = new CancellationTokenSource(StopTimeout);
        try
        {
            using var mutex = await FileLock.TakeAsync(_cluster.MutexPath, limit.Token);
            await _use.DisposeAsync();
            await StopUnlessUsedAsync(_cluster, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or UnauthorizedAccessException or LocalPostgresException)
        {
            _say($"PostgreSQL on {DataDirectory} was not stopped; the next start takes it over. {e.Message}");
        }
        finally
        {
            await _use.DisposeAsync();
        }
    }

    /// <summary>Stops a server whose applications were all killed; false when one of them lives.</summary>
    internal static async Task<bool> StopAbandonedAsync(LocalPostgresOptions options, CancellationToken cancellation)
    {
        var cluster = await OpenAsync(options, _ => { }, cancellation);
        using var mutex = FileLock.TryTake(cluster.MutexPath);
        return mutex is not null && await StopUnlessUsedAsync(cluster, cancellation);
    }

    /// <summary>For tests: leaves all as <c>kill -9</c> of the application would.</summary>
    internal async Task AbandonAsync()
    {
        await StopWatchingAsync();
        await _use.DisposeAsync();
    }

    internal static string ShortHash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static async Task<PostgresCluster> OpenAsync(LocalPostgresOptions options, Action<string> say, CancellationToken cancellation)
    {
        var account = await ServerAccount.ChooseAsync(NullIfEmpty(options.Account), cancellation);
        var directory = await ChooseDirectoryAsync(options, account, say, cancellation);
        var binaries = await PostgresBinaries.FindAsync(NullIfEmpty(options.BinDirectory), PostgresCluster.VersionOf(directory), directory, account, cancellation);
        return new PostgresCluster(directory, binaries, account, options);

        static string? NullIfEmpty(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting; // as an unset variable of Compose is
    }

    private static async Task<string> ChooseDirectoryAsync(
        LocalPostgresOptions options, ServerAccount account, Action<string> say, CancellationToken cancellation)
    {
        var wanted = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.DataDirectory));
        if (Directory.Exists(wanted))
            wanted = Directory.ResolveLinkTarget(wanted, returnFinalTarget: true)?.FullName ?? wanted;
        if (await MakeParentAsync(wanted))
            return wanted;

        var moved = Path.Combine(options.SystemFolder, ShortHash(wanted), "postgres");
        say($"The account {account}, which runs PostgreSQL, may not enter the folder of {wanted}: the data is in {moved}.");
        return await MakeParentAsync(moved)
            ? moved
            : throw new LocalPostgresException(
                $"PostgreSQL refuses to run as root, and the account {account} may enter neither the folder of {wanted} nor that of {moved}. "
                + "Let LocalPostgres__DataDirectory name a folder it may enter.");

        async Task<bool> MakeParentAsync(string path)
        {
            var missing = new Stack<string>();
            var existing = Path.GetDirectoryName(path)!;
            for (; !Directory.Exists(existing); existing = Path.GetDirectoryName(existing)!)
                missing.Push(existing);
            if (account.IsOther && !await account.CanEnterAsync(existing, cancellation))
                return false;
            foreach (var folder in missing)
                account.MakePassableFolder(folder);
            return true;
        }
    }

    /// <summary>A server found running may be dying at that moment and drop its first connection; the next look starts a new one.</summary>
    private static async Task<PostmasterFile> EnsureUsableAsync(PostgresCluster cluster, Action<string> say, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var running = await cluster.EnsureRunningAsync(say, cancellation);
            try
            {
                await EnsureRolesAsync(cluster, running, cancellation);
                return running;
            }
            catch (NpgsqlException e) when (e.IsTransient && attempt < MostTries)
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }

    /// <summary>At every start, because a kill may have come between.</summary>
    private static async Task EnsureRolesAsync(PostgresCluster cluster, PostmasterFile running, CancellationToken cancellation)
    {
        var administrator = new NpgsqlConnectionStringBuilder(ConnectionString(cluster, running, "postgres", Superuser)) { Pooling = false };
        await using var connection = new NpgsqlConnection(administrator.ConnectionString);
        await connection.OpenAsync(cancellation);
        foreach (var role in new[] { OwnerRole, AppRole })
        {
            if (!await ExistsAsync("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", role))
                await ExecuteAsync($"CREATE ROLE {role} LOGIN");
            if (cluster.Password is { } password)
                await ExecuteAsync($"ALTER ROLE {role} PASSWORD '{password}'");
        }

        if (!await ExistsAsync("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", Database))
            await ExecuteAsync($"CREATE DATABASE {Database} OWNER {OwnerRole}");

        async Task<bool> ExistsAsync(string sql, string name)
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = name } } };
            return (bool)(await command.ExecuteScalarAsync(cancellation))!;
        }

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static async Task<bool> StopUnlessUsedAsync(PostgresCluster cluster, CancellationToken cancellation)
    {
        using var alone = FileLock.TryTake(cluster.UsersPath);
        if (alone is null)
            return false;
        await cluster.StopAsync(cancellation);
        return true;
    }

    private static string ConnectionString(PostgresCluster cluster, PostmasterFile running, string database, string role) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = running.SocketDirectory.Length > 0 ? running.SocketDirectory : "127.0.0.1",
            Port = running.Port,
            Database = database,
            Username = role,
            Password = cluster.Password,
            SslMode = SslMode.Disable, // it never leaves the machine
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    private async Task StopWatchingAsync()
    {
        await _disposing.CancelAsync();
        await _watch;
        _disposing.Dispose();
    }

    private async Task WatchAsync()
    {
        var disposing = _disposing.Token;
        while (!disposing.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(WatchInterval, disposing);
                if (_running.IsAlive)
                    continue;
                _say("PostgreSQL has died; starting it again.");
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(disposing);
                limit.CancelAfter(_options.Timeout);
                using var mutex = await FileLock.TakeAsync(_cluster.MutexPath, limit.Token);
                _running = await _cluster.EnsureRunningAsync(_say, limit.Token);
            }
            catch (OperationCanceledException) when (disposing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) // whatever it was, the application must not be left without its database for good
            {
                _say($"PostgreSQL could not be started again: {e.Message}");
                await Task.Delay(RestartRetry, disposing).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }
}
