using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal static class FilterOfferServices
{
    public static void AddFilterOffer(this IServiceCollection services) => services.AddSingleton<FilterOffer>();

    /// <summary>The names of what a list is filtered by, for its chips; not asked for where there are none.</summary>
    public static async Task NameKeysAsync(this PrisonersQuery query, HttpContext http, RegisterContext register)
    {
        if (query.HasKeys)
            query.Offered = await http.RequestServices.GetRequiredService<FilterOffer>().ReadAsync(register, http.RequestAborted);
    }
}

/// <summary>What the list offers to filter by, asked for at most once a minute: it is the same for everybody, and rarely another.</summary>
internal sealed class FilterOffer(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (DateTimeOffset At, OfferedFilters Filters)? _last;

    public async Task<OfferedFilters> ReadAsync(RegisterContext register, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.GetUtcNow() - last.At >= Age)
                _last = (clock.GetUtcNow(), await OfferedFilters.ReadAsync(register, cancellationToken));
            return _last.Value.Filters;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
