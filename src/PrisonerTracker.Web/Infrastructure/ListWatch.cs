using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Compares long pasted lists with the register, a few lines at a time, while the register is served; after a crash it goes on where it was.</summary>
internal sealed class ListWatch(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<ListWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue("Releases:Match", true))
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var register = scope.ServiceProvider.GetRequiredService<RegisterContext>();
                (register.ShowUnpublished, register.ShowWithheld) = (true, true);
                var matching = scope.ServiceProvider.GetRequiredService<ListMatching>();
                foreach (var list in await matching.WaitingAsync(stoppingToken))
                    await matching.MatchAllAsync(list, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                ListWatchLog.Failed(logger, e);
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

internal static partial class ListWatchLog
{
    [LoggerMessage(LogLevel.Warning, "Comparing a published list with the register failed.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
