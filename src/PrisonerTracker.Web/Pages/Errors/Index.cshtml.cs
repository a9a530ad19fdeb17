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
        400 when FormExpired => T("The form had expired"),
        403 => T("This is not for your role"),
        404 => T("Page not found"),
        405 => T("This cannot be done here"),
        413 => T("Too large"),
        421 => T("Please come over https"),
        429 => T("Too many attempts"),
        503 => T("The register is not available right now"),
        >= 500 => T("Something went wrong"),
        _ => T("This request could not be understood"),
    };

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Response.StatusCode = StatusCodes.Status404NotFound; // opened by hand
        if (Status == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = RetryAfterSeconds;
    }
}
