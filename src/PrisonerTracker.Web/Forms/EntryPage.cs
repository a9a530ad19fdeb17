using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Forms;

/// <summary>A page that adds or changes one fact: what its form offers, and the one way it is saved.</summary>
internal abstract class EntryPage(RegisterContext register, CurrentActor actor) : SectionPage(register, actor)
{
    /// <summary>Loads what the page is about; false when it does not exist.</summary>
    protected abstract Task<bool> LoadAsync();

    /// <summary>The fact's citations among all; null while it is added.</summary>
    protected abstract IQueryable<Citation>? Cited { get; }

    /// <summary>The lists the form offers.</summary>
    protected virtual Task OfferAsync() => Task.CompletedTask;

    /// <summary>The fact as it is saved now, with its version, for comparing; null when it is gone.</summary>
    protected abstract (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs();

    /// <summary>The fields of the form in the order of <see cref="Theirs"/>.</summary>
    protected abstract IEnumerable<(string Field, string? Value)> Yours();

    /// <summary>Where to go when it is saved.</summary>
    protected abstract RedirectToPageResult Done();

    protected async Task<PageResult> ShowAsync()
    {
        if (Cited is { } cited)
            await Source.ShowCitedAsync(Register, cited);
        await OfferSourcesAsync();
        await OfferAsync();
        return Page();
    }

    /// <summary>Validates, calls the service, and goes back; or shows the form again with what is wrong, unlikely or changed meanwhile.</summary>
    protected async Task<IActionResult> SaveAsync(Func<IReadOnlyList<CitationDetails>, Submission, Task<WriteResult>> save)
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

            TempData.Say(Told(saved, T("Saved.")));
            return Done();
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
