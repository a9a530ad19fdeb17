using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary><c>live</c>: the process answers. <c>ready</c>: it can also reach a database of its own version.</summary>
internal static class Health
{
    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddDbContextCheck<RegisterContext>("database", customTestQuery: async (context, cancellation) =>
            !(await context.Database.GetPendingMigrationsAsync(cancellation)).Any());

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/healthz/ready").AllowAnonymous();
    }
}
