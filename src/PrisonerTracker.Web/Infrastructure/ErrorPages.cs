using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Npgsql;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Every refusal and every fault ends on a page that says what was kept and what to do next (<c>Pages/Errors</c>).</summary>
internal static class ErrorPages
{
    public static void AddErrorPages(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(options => options.Filters.Add<ExpiredForm>());
        services.AddExceptionHandler(options =>
        {
            options.ExceptionHandlingPath = "/errors/500";
            options.CreateScopeForErrors = true; // the first scope's session check may be what failed
            options.StatusCodeSelector = StatusOf;
            options.SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException;
        });
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/errors/{0}", queryFormat: null, createScopeForStatusCodePages: true);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsDatabaseAway(Exception? exception) => exception switch
    {
        null => false,
        NpgsqlException { IsTransient: true } or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => true,
        _ => IsDatabaseAway(exception.InnerException),
    };
}

/// <summary>Remembers that a 400 comes from an antiforgery token, which for a person means that the form had expired.</summary>
internal sealed class ExpiredForm : IAlwaysRunResultFilter
{
    private static readonly object Key = new();

    public static bool Caused(HttpContext context) => context.Items.ContainsKey(Key);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
            return;
        var limit = context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
        if (context.HttpContext.Request.ContentLength > limit)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge); // the token was in what was not read
        else
            context.HttpContext.Items[Key] = true;
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
