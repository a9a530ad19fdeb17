using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>
/// Whether the register holds invented people, which every page must say. No page waits for the answer but the first: a stale one
/// is renewed in the background, at most every few seconds.
/// </summary>
internal sealed class FictionalNotice(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FictionalNotice> log)
{
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _renewing = new();
    private Task<bool> _answer = Task.FromResult(false);
    private Task<bool>? _next;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    public Task<bool> IsNeededAsync()
    {
        lock (_renewing)
        {
            if (_next is { IsCompleted: true })
                (_answer, _next) = (_next, null);
            if (_next is null && clock.GetUtcNow() - _askedAt >= RenewAfter)
            {
                var isFirst = _askedAt == DateTimeOffset.MinValue;
                _askedAt = clock.GetUtcNow();
                _next = AskAsync(_answer);
                if (isFirst)
                    _answer = _next;
            }

            return _answer;
        }
    }

    private async Task<bool> AskAsync(Task<bool> before)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<RegisterContext>().Prisoners.AnyAsync(p => p.IsFictional);
        }
        catch (Exception e)
        {
            // The page that shows it may be the one that says the database is away.
            log.LogWarning("Whether there are fictional people could not be asked: {Problem}", e.GetType().Name);
            return before.IsCompletedSuccessfully && await before;
        }
    }
}
