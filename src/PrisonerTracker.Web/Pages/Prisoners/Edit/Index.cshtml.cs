using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Prisoners.Edit;

/// <summary>Everything recorded of one person, section by section, with the way to add to it or change it.</summary>
internal sealed class IndexModel(RegisterContext register, TimeProvider clock) : PageModel
{
    public sealed record PersonView(
        Guid PrisonerId, string Slug, string DisplayName, Publication Publication, bool IsFictional, Gender Gender, PartialDate? BornOn,
        PartialDate? DiedOn, string[] Citizenships, LocalizedText Occupation, LocalizedText Summary, IReadOnlyList<NameView> Names);

    public sealed record NameView(string Full, string Language, NameKind Kind);

    public DateOnly Today { get; } = clock.Day();
    public PersonView Person { get; private set; } = null!;
    public IReadOnlyList<ProfileModel.ImprisonmentView> Imprisonments { get; private set; } = [];

    /// <summary>What is recorded outside identity and imprisonments.</summary>
    public PersonSections Sections { get; private set; } = PersonSections.None;

    /// <summary>The facts that some source bears out.</summary>
    public IReadOnlySet<Guid> Sourced { get; private set; } = new HashSet<Guid>();

    /// <summary>The imprisonment whose release could be undone: the latest.</summary>
    public ProfileModel.ImprisonmentView? Ended =>
        Imprisonments.Any(i => i.Kind != ImprisonmentKind.InAbsentia && i.CurrentRelease is null) ? null : Imprisonments.FirstOrDefault(i => i.CurrentRelease is not null);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var person = await register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new PersonView(
                p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.IsFictional, p.Gender, p.BornOn, p.DiedOn, p.Citizenships,
                p.Occupation, p.Summary,
                p.Names.OrderBy(n => n.Ordinal).Select(n => new NameView(n.Full, n.Language, n.Kind)).ToList()))
            .SingleOrDefaultAsync();
        if (person is null)
            return NotFound();

        Person = person;
        Imprisonments = await register.ImprisonmentsOfAsync(person.PrisonerId);
        Sections = await PersonSections.OfAsync(register, person.PrisonerId);
        Sourced = (await register.CitationsOfPrisoner(person.PrisonerId).Select(c => c.FactId).ToListAsync()).ToHashSet();
        return Page();
    }
}
