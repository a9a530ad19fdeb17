using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Edit;

internal sealed class IdentityModel(RegisterContext register, CurrentActor actor, PrisonerService prisoners) : SectionPage(register, actor)
{
    [BindProperty]
    public IdentityInput Input { get; set; } = new();

    public Prisoner Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        Input = IdentityInput.Of(Person);
        Version = Person.Version;
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        var details = Input.ToDetails(Person, citations);
        try
        {
            if (!ModelState.IsValid
                || await TryAsync(() => prisoners.EditIdentityAsync(Person.PrisonerId, Version, details, Submission(newSources))) is not { } edited)
            {
                await ShowAsync();
                return Again();
            }

            TempData.Say(Told(edited, T("Saved.")));
            return RedirectToPage("/Prisoners/Edit/Index", new { slug });
        }
        catch (ConflictException)
        {
            await LoadAsync(slug);
            await ShowAsync();
            return Conflicted(Person.Version, Fields(Input), Fields(IdentityInput.Of(Person)));
        }
    }

    private static IEnumerable<(string Field, string? Value)> Fields(IdentityInput input) =>
    [
        (T("Names"), string.Join("; ", input.Names
            .Where(n => !string.IsNullOrWhiteSpace(n.Full))
            .Select(n => $"{n.Full!.Trim()} ({string.Join(", ", Parts(n))})"))),
        (T("Gender"), Words.Of(input.Gender)),
        (T("Born"), input.BornOn?.ToString() ?? ""),
        (T("Died"), input.DiedOn?.ToString() ?? ""),
        (T("Citizenships"), string.Join(", ", input.CitizenshipCodes().Distinct().Order(StringComparer.Ordinal))),
        (T("Occupation"), Blank.ToNull(input.Occupation) ?? ""),
        (T("Summary in English"), Blank.ToNull(input.Summary) ?? ""),
        (T("Summary in Belarusian"), Blank.ToNull(input.SummaryBelarusian) ?? ""),
        (T("Summary in Russian"), Blank.ToNull(input.SummaryRussian) ?? ""),
    ];

    private static IEnumerable<string> Parts(IdentityInput.NameInput name) =>
        new[] { name.Language, Words.Of(name.Kind).ToLowerInvariant(), name.Given, name.Patronymic, name.Family }
            .Select(Blank.ToNull).OfType<string>();

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners.AsNoTracking().Include(p => p.Names).SingleOrDefaultAsync(p => p.Slug == slug);
        Person = person!;
        return person is not null;
    }

    private async Task ShowAsync()
    {
        Input.AddSpareRows();
        await Source.ShowCitedAsync(Register, Register.Citations.Where(c => c.PrisonerId == Person.PrisonerId));
        await OfferSourcesAsync();
    }
}
