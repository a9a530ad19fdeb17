using Microsoft.AspNetCore.Mvc.ModelBinding;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>The two days of a comparison, read from an address; both exact, in order, and not in the future.</summary>
internal sealed record TwoDaysQuery(string? From, string? To, DateOnly Today)
{
    /// <summary>The days, or null with the problems named in the model state; without any, the last year.</summary>
    public (DateOnly Before, DateOnly After)? Read(ModelStateDictionary problems)
    {
        var before = Day("from", From, Today.AddYears(-1), problems);
        var after = Day("to", To, Today, problems);
        if (before is { } first && after is { } last && first > last)
            problems.AddModelError("to", T("The second day, {0}, lies before the first. Exchange them.", last));
        return problems.IsValid ? (before!.Value, after!.Value) : null;
    }

    private DateOnly? Day(string name, string? text, DateOnly otherwise, ModelStateDictionary problems)
    {
        if (Blank.ToNull(text) is not { } written)
            return otherwise;
        if (!PartialDate.TryParse(written, out var date) || date.Precision != DatePrecision.Day)
            problems.AddModelError(name, T("“{0}” is not a day; write one as 2022-01-01.", written.Length > 30 ? written[..30] : written));
        else if (date.Earliest > Today)
            problems.AddModelError(name, T("{0} lies in the future. Choose a day up to today.", date));
        else
            return date.Earliest;
        return null;
    }
}
