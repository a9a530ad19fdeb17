namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>The configuration section <c>LocalPostgres</c>.</summary>
public sealed record LocalPostgresOptions
{
    public string DataDirectory { get; init; } = Path.Combine(".data", "postgres");

    /// <summary>The folder of <c>initdb</c> and <c>pg_ctl</c>; searched for when not given.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>The account that runs the server when the application runs as root; <c>postgres</c>, else <c>nobody</c>.</summary>
    public string? Account { get; init; }

    /// <summary>Where the data goes when <see cref="Account"/> may not enter the folder of <see cref="DataDirectory"/>.</summary>
    public string SystemFolder { get; init; } = "/var/lib/prisonertracker";

    /// <summary>False only for throw-away clusters: a power cut may then destroy the data.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long a start may take, recovery after a crash included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);
}
