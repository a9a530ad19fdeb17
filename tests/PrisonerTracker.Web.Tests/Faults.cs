using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Npgsql;

namespace PrisonerTracker.Web.Tests;

/// <summary>Makes a page fail in the way its query string asks for, with what was typed in the message, as careless code would.</summary>
internal sealed class Faults : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Path.StartsWithSegments("/errors", StringComparison.Ordinal))
            return next();
        var typed = $"{request.QueryString} {(request.HasFormContentType ? string.Join(' ', request.Form.Select(f => f.Value)) : "")} {request.Headers.UserAgent}";
        return request.Query["fault"].ToString() switch
        {
            "bug" => throw new InvalidOperationException(typed, new FormatException(typed)),
            "database" => throw new NpgsqlException(typed, new IOException(typed)),
            "request" => throw new BadHttpRequestException(typed, StatusCodes.Status413PayloadTooLarge),
            _ => next(),
        };
    }
}
