using System.Diagnostics;
using Npgsql;
using PrisonerTracker.Core.Data.LocalPostgres;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Data.LocalPostgres;

internal static class ServerTools
{
    public static Task<object?> ScalarAsync(LocalPostgresServer server, string sql, string role = LocalPostgresServer.OwnerRole) =>
        ScalarAsync(server.ConnectionString(LocalPostgresServer.Database, role), sql);

    public static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static bool IsServer(int processId) => new PostmasterFile(processId, "", 0, "", IsReady: true).IsAlive;

    /// <summary>A stopped server takes its pid file away a moment before it ends.</summary>
    public static async Task AssertEndsAsync(int processId)
    {
        for (var clock = Stopwatch.StartNew(); IsServer(processId) && clock.Elapsed < TimeSpan.FromSeconds(5);)
            await Task.Delay(20);
        Assert.False(IsServer(processId));
    }

    public static bool IsAlive(int processId) => Process.GetProcesses().Any(process => process.Id == processId);

    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    public static string Mode(string folder) => Run("ls", "-ld", folder)[..10];

    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}

/// <summary>A fresh, durable server.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private LocalPostgresServer? _server;

    public LocalPostgresServer Server => _server!;

    public List<string> Said { get; } = [];

    public async ValueTask InitializeAsync() =>
        _server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions { DataDirectory = _folder.Cluster }, Said.Add);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>A stopped cluster to copy, because making one takes seconds.</summary>
public sealed class MadeCluster : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        var server = await LocalPostgresServer.StartAsync(new LocalPostgresOptions { DataDirectory = _folder.Cluster }, _ => { });
        await server.DisposeAsync();
    }

    public void CopyTo(string folder)
    {
        if (!OperatingSystem.IsWindows()) // there the test makes its own
            ServerTools.Run("cp", "-a", _folder.Cluster, folder);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
