using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Section <c>SignIn</c>: how many passwords may be tried. Nobody is locked out; everybody is slowed down.</summary>
internal sealed class SignInLimits
{
    public int AtOnce { get; init; } = 2;
    public int BurstPerAddress { get; init; } = 10;
    public int BurstOfAll { get; init; } = 40;
    public TimeSpan TokenPerAddressEvery { get; init; } = TimeSpan.FromSeconds(2);
    public TimeSpan TokenOfAllEvery { get; init; } = TimeSpan.FromMilliseconds(100);
}

/// <summary>Section <c>Reconciliation</c>: how many batches of names one address may send.</summary>
internal sealed class ReconciliationLimits
{
    public int BurstPerAddress { get; init; } = 60;
    public TimeSpan TokenPerAddressEvery { get; init; } = TimeSpan.FromMilliseconds(200);
}

/// <summary>Put on a page model whose POST verifies a password, which costs a slow hash.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LimitedPasswordAttribute : Attribute;

/// <summary>Bounded work (ASVS 2.4.1, 6.3.1, 15.2.2): too many get 429 and when to come back.</summary>
internal static class Limits
{
    /// <summary>The policy of endpoints that write out whole lists.</summary>
    public const string Exports = "exports";

    /// <summary>The policy of what other programs ask by the batch.</summary>
    public const string Reconciliation = "reconciliation";

    /// <summary>The policy of pictures that are drawn for whoever shares an address.</summary>
    public const string Cards = "cards";

    private const int ExportsAtOnce = 2;
    private const int ExportsWaiting = 2;
    private const int CardsAtOnce = 2;
    private const int CardsWaiting = 20;
    private const int PasswordsWaiting = 8;
    private static readonly TimeSpan ComeBackAfter = TimeSpan.FromSeconds(5);

    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("SignIn").Get<SignInLimits>() ?? new SignInLimits();
        var reconciliation = configuration.GetSection("Reconciliation").Get<ReconciliationLimits>() ?? new ReconciliationLimits();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhenToComeBack;
            options.AddConcurrencyLimiter(Exports, export => (export.PermitLimit, export.QueueLimit) = (ExportsAtOnce, ExportsWaiting));
            options.AddConcurrencyLimiter(Cards, card => (card.PermitLimit, card.QueueLimit) = (CardsAtOnce, CardsWaiting));
            options.AddPolicy(Reconciliation, context => RateLimitPartition.Get(
                AddressOf(context), _ => (RateLimiter)Bucket(reconciliation.BurstPerAddress, reconciliation.TokenPerAddressEvery)));
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                ForPasswords(AddressOf, _ => Bucket(limits.BurstPerAddress, limits.TokenPerAddressEvery)),
                ForPasswords(_ => "everybody", _ => Bucket(limits.BurstOfAll, limits.TokenOfAllEvery)),
                ForPasswords(_ => "everybody", _ => new ConcurrencyLimiter(new() { PermitLimit = limits.AtOnce, QueueLimit = PasswordsWaiting })));
        });
    }

    private static PartitionedRateLimiter<HttpContext> ForPasswords(Func<HttpContext, string> partition, Func<string, RateLimiter> limiter) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => TriesPassword(context)
            ? RateLimitPartition.Get(partition(context), limiter)
            : RateLimitPartition.GetNoLimiter("others"));

    private static bool TriesPassword(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint()?.Metadata.GetMetadata<LimitedPasswordAttribute>() is not null;

    private static TokenBucketRateLimiter Bucket(int burst, TimeSpan tokenEvery) => new(new()
    {
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = tokenEvery,
        AutoReplenishment = true,
    });

    /// <summary>A household for IPv4, a network of 64 bits for IPv6, where one machine owns that many addresses.</summary>
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static ValueTask SayWhenToComeBack(OnRejectedContext context, CancellationToken cancellation)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) && known > ComeBackAfter ? known : ComeBackAfter;
        context.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
