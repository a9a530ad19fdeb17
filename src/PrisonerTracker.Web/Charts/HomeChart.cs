using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;

namespace PrisonerTracker.Web.Charts;

internal static class ChartServices
{
    public static void AddCharts(this IServiceCollection services) => services.AddSingleton<HomeChart>();
}

/// <summary>
/// Held over time for the home page, counted at most once a minute: no page is asked for more often, and counting takes longer than
/// everything else on it.
/// </summary>
internal sealed class HomeChart(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, IReadOnlyList<HeldDay> Days)? _last;

    public async Task<HeldChart> ReadAsync(RegisterContext register, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.GetUtcNow() - last.At >= Age || last.Days[^1].Day != clock.Day())
            {
                var everybody = new Population(register, new PrisonerFilter(), clock.Day());
                _last = (clock.GetUtcNow(), await everybody.HeldOverTimeAsync(cancellationToken));
            }

            return HeldChart.Of(_last.Value.Days, []);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
