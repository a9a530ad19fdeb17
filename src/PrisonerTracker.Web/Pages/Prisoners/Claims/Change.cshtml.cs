using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Claims;

/// <summary>Changes what a claim says and which sources it has, or takes it away.</summary>
internal sealed class ChangeModel(RegisterContext register, CurrentActor actor, ClaimService claims) : SectionPage(register, actor)
{
    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Claim Claim { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, Guid id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        (Input, Version) = (Of(Claim), Claim.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        Input.Topic = Claim.Topic;
        var value = Input.Value == Claim.Value ? Claim.Value : Input.ReadValue(ModelState);
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        return await SendAsync(T("Saved."), () => claims.ChangeAsync(
            Claim.PrisonerId!.Value, id, Version, Input.ToDetails(value, Claim.Statement, citations), Submission(newSources)));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, Guid id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        ModelState.Clear();
        return await SendAsync(T("Taken away. It stays in the history."), () => claims.RemoveAsync(Claim.PrisonerId!.Value, id, Version, Submission()));
    }

    private async Task<IActionResult> SendAsync(string words, Func<Task<WriteResult>> write)
    {
        try
        {
            if (!ModelState.IsValid || await TryAsync(write) is not { } written)
                return Again();

            TempData.Say(Told(written, words));
            return RedirectToPage("/Prisoners/Edit/Index", new { slug = Slug });
        }
        catch (ConflictException)
        {
            return await LoadAsync(Slug, Claim.ClaimId) ? Conflicted(Claim.Version, Input.Fields(), Of(Claim).Fields()) : NotFound();
        }
    }

    private static ClaimInput Of(Claim claim) =>
        new() { Topic = claim.Topic, ImprisonmentId = claim.ImprisonmentId, Value = claim.Value, Statement = TextsInput.Of(claim.Statement) };

    private async Task<bool> LoadAsync(string slug, Guid id)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new { p.DisplayName, Claim = p.Claims.SingleOrDefault(c => c.ClaimId == id) })
            .SingleOrDefaultAsync();
        if (person?.Claim is null)
            return false;

        (Slug, Name, Claim) = (slug, person.DisplayName, person.Claim);
        await Source.ShowCitedAsync(Register, Register.Citations.Where(c => c.ClaimId == id));
        await OfferSourcesAsync();
        return true;
    }
}
