using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>A page that adds or changes one fact of one imprisonment, and goes back to the overview of the record.</summary>
internal abstract class CasePage(RegisterContext register, CurrentActor actor) : SectionPage(register, actor)
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid ImprisonmentId { get; set; }

    public string Name { get; private set; } = "";
    public Imprisonment Imprisonment { get; private set; } = null!;

    /// <summary>The imprisonment with what the page needs of it.</summary>
    protected virtual IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) => imprisonments;

    /// <summary>The fact the page is about, among all citations; null while it is added.</summary>
    protected abstract IQueryable<Citation>? Cited { get; }

    /// <summary>The lists the form offers.</summary>
    protected virtual Task OfferAsync() => Task.CompletedTask;

    /// <summary>The fact as it is saved now, with its version, for comparing; null when it is gone.</summary>
    protected abstract (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs();

    /// <summary>The fields of the form in the order of <see cref="Theirs"/>.</summary>
    protected abstract IEnumerable<(string Field, string? Value)> Yours();

    protected async Task<bool> LoadAsync()
    {
        var found = await With(Register.Imprisonments.AsNoTracking())
            .Where(i => i.ImprisonmentId == ImprisonmentId && Register.Prisoners.Any(p => p.PrisonerId == i.PrisonerId && p.Slug == Slug))
            .SingleOrDefaultAsync();
        if (found is null)
            return false;

        Imprisonment = found;
        Name = await Register.Prisoners.Where(p => p.PrisonerId == found.PrisonerId).Select(p => p.DisplayName).SingleAsync();
        return true;
    }

    protected async Task<PageResult> ShowAsync()
    {
        if (Cited is { } cited)
            await Source.ShowCitedAsync(Register, cited);
        await OfferSourcesAsync();
        await OfferAsync();
        return Page();
    }

    /// <summary>Validates, calls the service, and goes back; or shows the form again with what is wrong, unlikely or changed meanwhile.</summary>
    protected async Task<IActionResult> SaveAsync(Func<IReadOnlyList<CitationDetails>, Submission, Task<WriteResult>> save, string told = "Saved.")
    {
        if (!await LoadAsync())
            return NotFound();

        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => save(citations, Submission(newSources))) is not { } saved)
            {
                await ShowAsync();
                return Again();
            }

            TempData.Say(Told(saved, told));
            return RedirectToPage("/Prisoners/Edit/Index", new { slug = Slug });
        }
        catch (ConflictException)
        {
            await LoadAsync();
            await ShowAsync();
            var (version, theirs) = Theirs() ?? (0, []);
            return Conflicted(version, Yours(), theirs);
        }
    }
}
