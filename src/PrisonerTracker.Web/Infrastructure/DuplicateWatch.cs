using PrisonerTracker.Core.Duplicates;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Compares people whose names or birth changed with everybody else, a few at a time, while the register is served.</summary>
internal sealed class DuplicateWatch(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<DuplicateWatch> logger) : BackgroundService
{
    private const int BatchSize = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Duplicates:Compare", true))
            return;

        // Whoever cannot be compared is passed over until the others had their turn.
        for (var last = Guid.Empty; !stoppingToken.IsCancellationRequested;)
        {
            var failed = false;
            try
            {
                await Task.Delay(Pause, stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                var finder = scope.ServiceProvider.GetRequiredService<DuplicateFinder>();
                var waiting = await finder.WaitingAsync(BatchSize, last, stoppingToken);
                if (waiting.Count == 0)
                    last = Guid.Empty;
                foreach (var id in waiting)
                {
                    last = id;
                    await finder.CompareAsync(id, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                DuplicateWatchLog.Failed(logger, last, e);
                failed = true;
            }

            if (failed)
                await Task.Delay(PauseAfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

internal static partial class DuplicateWatchLog
{
    [LoggerMessage(LogLevel.Warning, "Comparing record {PrisonerId} with the others failed.")]
    public static partial void Failed(ILogger logger, Guid prisonerId, Exception exception);
}
