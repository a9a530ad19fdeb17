using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

/// <summary>What a form says of one fact about a person.</summary>
internal abstract class FactInput<TFact>
    where TFact : PersonFact
{
    /// <summary>Fills the form from the record.</summary>
    public abstract void Read(TFact fact);

    /// <summary>What the form says, as the service takes it.</summary>
    /// <param name="before">The fact as it was, so that languages the form does not show are kept.</param>
    /// <param name="citations">Its sources.</param>
    public abstract PersonFactDetails<TFact> ToDetails(TFact? before, IReadOnlyList<CitationDetails> citations);

    /// <summary>Field by field, for showing what two editors left in different states.</summary>
    public abstract IEnumerable<(string Field, string? Value)> Fields();
}

/// <summary>What the end of every such form needs to know.</summary>
internal interface IFactPage
{
    string Slug { get; }
    string Name { get; }

    /// <summary>The fact that is changed; null for a new one.</summary>
    Guid? Id { get; }
}

/// <summary>The form for one fact about a person: adds one, changes one, takes one away.</summary>
internal abstract class FactPage<TFact, TInput>(RegisterContext register, CurrentActor actor, PersonFactService facts)
    : SectionPage(register, actor), IFactPage
    where TFact : PersonFact
    where TInput : FactInput<TFact>, new()
{
    // Every fact's key has the fact's name, and so has the citations' column for it.
    private static readonly string Key = typeof(TFact).Name + "Id";

    [BindProperty]
    public TInput Input { get; set; } = new();

    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Guid? Id { get; private set; }

    /// <summary>The fact as it is recorded.</summary>
    protected TFact? Fact { get; private set; }

    private Guid PrisonerId { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid? id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        if (Fact is not null)
            Input.Read(Fact);
        Version = Fact?.Version ?? 0;
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid? id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        await ReadAsync();
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        return await SendAsync(slug, T("Saved."), () => Fact is null
            ? facts.AddAsync(PrisonerId, Input.ToDetails(null, citations), Submission(newSources))
            : facts.ChangeAsync(PrisonerId, id!.Value, Version, Input.ToDetails(Fact, citations), Submission(newSources)));
    }

    /// <summary>Takes the fact away; what the form says besides is not looked at.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid? id)
    {
        if (!await LoadAsync(slug, id) || Fact is null)
            return NotFound();

        ModelState.Clear();
        return await SendAsync(slug, T("Taken away. It stays in the history."), () => facts.RemoveAsync<TFact>(PrisonerId, id!.Value, Version, Submission()));
    }

    private async Task<IActionResult> SendAsync(string slug, string words, Func<Task<Core.History.WriteResult>> write)
    {
        try
        {
            if (!ModelState.IsValid || await TryAsync(write) is not { } written)
            {
                await ShowAsync();
                return Again();
            }

            TempData.Say(Told(written, words));
            return RedirectToPage("/Prisoners/Edit/Index", new { slug });
        }
        catch (ConflictException)
        {
            if (!await LoadAsync(slug, Id))
                return NotFound();
            var theirs = new TInput();
            theirs.Read(Fact!);
            await ShowAsync();
            return Conflicted(Fact!.Version, Input.Fields(), theirs.Fields());
        }
    }

    /// <summary>Understands what was typed, beyond what binding does; problems go to the model state.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>Loads what the form offers.</summary>
    protected virtual async Task ShowAsync()
    {
        if (Id is { } id)
            await Source.ShowCitedAsync(Register, Register.Citations.Where(c => EF.Property<Guid?>(c, Key) == id));
        await OfferSourcesAsync();
    }

    /// <summary>The facts, with what filling the form needs.</summary>
    protected virtual IQueryable<TFact> Facts() => Register.Set<TFact>().AsNoTracking();

    private async Task<bool> LoadAsync(string slug, Guid? id)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new { p.PrisonerId, p.DisplayName })
            .SingleOrDefaultAsync();
        if (person is null)
            return false;

        (Slug, Name, PrisonerId, Id) = (slug, person.DisplayName, person.PrisonerId, id);
        Fact = id is null ? null : await Facts().SingleOrDefaultAsync(f => f.PrisonerId == person.PrisonerId && EF.Property<Guid>(f, Key) == id);
        return id is null || Fact is not null;
    }
}
