using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>How to write to somebody who is held: the address to copy, whether letters arrive, and the rules of the place.</summary>
internal sealed class LetterModel(RegisterContext register) : PageModel
{
    public sealed record PersonView(string Slug, string Name, string? OwnName, string? OwnLanguage, bool IsFictional, Standing Standing);

    /// <summary>Where the person was last known to be.</summary>
    public sealed record FacilityView(Guid Id, string Key, LocalizedText Name, LocalizedText PostalAddress, LocalizedText LetterRules, PartialDate? SeenOn);

    public PersonView Person { get; private set; } = null!;
    public LetterRoute Route { get; private set; } = LetterRoute.Of([]);
    public FacilityView? Facility { get; private set; }
    public Footnotes Notes { get; private set; } = new([]);
    public bool IsHeld => Standing.Held.Contains(Person.Standing.Custody);

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        register.ShowWhatReadersSee();
        var found = await register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new
            {
                Person = new PersonView(
                    p.Slug,
                    p.DisplayName,
                    p.Names.Where(n => n.Kind == NameKind.Preferred && n.Language != Languages.English).OrderBy(n => n.Ordinal).Select(n => n.Full).FirstOrDefault(),
                    p.Names.Where(n => n.Kind == NameKind.Preferred && n.Language != Languages.English).OrderBy(n => n.Ordinal).Select(n => n.Language).FirstOrDefault(),
                    p.IsFictional,
                    p.Standing),
                Addresses = p.LetterAddresses.Select(a => new WrittenAddress(a.LetterAddressId, a.Lines, a.Language, a.Script, a.Passage, a.KnownOn, a.Note)).ToList(),
                Stays = p.Imprisonments
                    .Where(i => i.EndedOn == null)
                    .SelectMany(i => i.Placements)
                    .Where(s => s.UntilOn == null && s.Facility!.IsPublic)
                    .Select(s => new { s.PlacementId, s.FromOn, s.SeenOn, s.Facility!.FacilityId, s.Facility.Key, s.Facility.Name, s.Facility.PostalAddress, s.Facility.LetterRules })
                    .ToList(),
            })
            .SingleOrDefaultAsync();
        if (found is null)
            return await register.CurrentSlugAsync(slug) is { } now ? RedirectToPagePermanent("/Prisoners/Letter", new { slug = now }) : NotFound();

        Person = found.Person;
        if (!IsHeld)
            return Page();

        Route = LetterRoute.Of(found.Addresses);
        Facility = found.Stays
            .OrderByDescending(s => (s.SeenOn ?? s.FromOn)?.Latest ?? DateOnly.MinValue).ThenByDescending(s => s.PlacementId)
            .Select(s => new FacilityView(s.FacilityId, s.Key, s.Name, s.PostalAddress, s.LetterRules, s.SeenOn ?? s.FromOn))
            .FirstOrDefault();
        var (addresses, facility) = (found.Addresses.ConvertAll(a => (Guid?)a.Id), Facility?.Id);
        Notes = new Footnotes(await register.CitationsWhere(c => addresses.Contains(c.LetterAddressId) || (c.FacilityId != null && c.FacilityId == facility)).ToListAsync());
        return Page();
    }
}
