using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Errors;

/// <summary>Any request that ended badly arrives here with its own method, so there is no handler and no antiforgery check.</summary>
[IgnoreAntiforgeryToken]
internal sealed class IndexModel : PageModel
{
    private const string RetryAfterSeconds = "10";

    public int Status => Response.StatusCode;

    public string Reference => HttpContext.TraceIdentifier;

    public bool FormExpired => ExpiredForm.Caused(HttpContext);

    public string Heading => Status switch
    {
        400 when FormExpired => "The form had expired",
        403 => "This is not for your role",
        404 => "Page not found",
        405 => "This cannot be done here",
        413 => "Too large",
        421 => "Please come over https",
        429 => "Too many attempts",
        503 => "The register is not available right now",
        >= 500 => "Something went wrong",
        _ => "This request could not be understood",
    };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Response.StatusCode = StatusCodes.Status404NotFound; // opened by hand
        if (Status == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = RetryAfterSeconds;
    }
}
