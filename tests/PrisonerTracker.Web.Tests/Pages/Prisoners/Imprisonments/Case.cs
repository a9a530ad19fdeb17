using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Testing;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

/// <summary>One person with one imprisonment, and the addresses of the pages that edit it.</summary>
internal sealed record Case(string Slug, Guid ImprisonmentId)
{
    public string Overview => $"/prisoners/{Slug}/edit";
    public string Profile => $"/prisoners/{Slug}";
    public string Of(string page) => $"/prisoners/{Slug}/imprisonments/{ImprisonmentId}/{page}";

    public static async Task<Case> CreateAsync(RegisterApp app, string name, ImprisonmentDetails? details = null)
    {
        await using var work = app.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync(name, details ?? Valid.Imprisonment("2021-09-06"));
        return new Case(await work.Context.Prisoners.Where(p => p.PrisonerId == prisonerId).Select(p => p.Slug).SingleAsync(), imprisonmentId);
    }

    /// <summary>Where the overview leads to change the fact that says this.</summary>
    public async Task<string> ChangeAsync(Browser browser, string fact)
    {
        var page = await browser.PageAsync(Overview);
        return page.QuerySelectorAll("main .fact-list li").Single(li => li.Words().Contains(fact, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
    }
}
