using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>What those concerned said to being in the register, and what is withheld from readers.</summary>
internal sealed class ConsentModel(RegisterContext register, CurrentActor actor, PrisonerService prisoners) : SectionPage(register, actor)
{
    public sealed class ConsentInput
    {
        [Display(Name = "Consent to being in the register")]
        public Consent Consent { get; set; }

        [Display(Name = "Who said so")]
        [StringLength(Prisoner.ConsentByLength)]
        public string? By { get; set; }

        [Display(Name = "On")]
        public PartialDate? On { get; set; }

        public List<PersonPart> Parts { get; set; } = [];

        [Display(Name = "Withhold the whole record")]
        public bool IsWithheld { get; set; }

        public static ConsentInput Of(PersonView person) => new()
        {
            Consent = person.Consent,
            By = person.By,
            On = person.On,
            Parts = [.. person.Parts],
            IsWithheld = person.Publication == Publication.Withheld,
        };

        public ConsentDetails ToDetails() => new() { Consent = Consent, By = By, On = On, WithheldParts = Parts, IsWithheld = IsWithheld };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            (T("Consent"), Words.Of(Consent)),
            (T("Who said so"), By),
            (T("On"), On?.ToString()),
            (T("Withheld"), string.Join(", ", Parts.Order().Select(Words.Of))),
            (T("The whole record"), IsWithheld ? T("withheld¦the record") : T("not withheld¦the record")),
        ];
    }

    public sealed record PersonView(
        Guid PrisonerId, string Slug, string Name, Publication Publication, Consent Consent, string? By, PartialDate? On, int Version, IReadOnlyList<PersonPart> Parts);

    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    public PersonView Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        (Input, Version) = (ConsentInput.Of(Person), Person.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        if (Blank.ToNull(Reason) is null)
            ModelState.AddModelError(nameof(Reason), T("Say why, for the history. Readers do not see it."));

        try
        {
            if (!ModelState.IsValid
                || await TryAsync(() => prisoners.SetConsentAsync(Person.PrisonerId, Version, Input.ToDetails(), Submission())) is not { } saved)
                return Again();

            TempData.Say(Told(saved, T("Saved.")));
            return RedirectToPage("/Prisoners/Profile", new { slug });
        }
        catch (ConflictException)
        {
            await LoadAsync(slug);
            return Conflicted(Person.Version, Input.Fields(), ConsentInput.Of(Person).Fields());
        }
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new PersonView(
                p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.Consent, p.ConsentBy, p.ConsentOn, p.ConsentVersion, p.WithheldParts.Select(w => w.Part).ToList()))
            .SingleOrDefaultAsync();
        Person = person!;
        return person is not null;
    }
}
