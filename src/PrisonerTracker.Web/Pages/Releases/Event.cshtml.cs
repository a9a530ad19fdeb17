using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Releases;

/// <summary>One release event, read in five statements; for editors one more.</summary>
internal sealed class EventModel(RegisterContext register) : PageModel
{
    public sealed record EventView(
        Guid Id, string Slug, Publication Publication, bool IsFictional, ReleaseEventKind Kind, string Country, PartialDate HappenedOn, LocalizedText Title,
        LocalizedText Summary, int? AnnouncedCount, LocalizedText AnnouncedWording, IReadOnlyList<ConcessionView> Concessions,
        IReadOnlyList<PartyView> Parties, IReadOnlyList<ClaimView> Claims, DateTime UpdatedAt);

    public sealed record ConcessionView(Guid Id, LocalizedText GivenBy, LocalizedText What, PartialDate? GivenOn);

    public sealed record PartyView(Guid Id, PartyRole Role, LocalizedText Name);

    public sealed record ClaimView(Guid Id, ClaimTopic Topic, LocalizedText Statement, bool IsPreferred, LocalizedText PreferredBecause);

    public sealed record NamedView(
        Guid Id, string WrittenName, NamedOutcome Outcome, LocalizedText Note, string? Slug, LocalizedText? Name, Standing? Standing, Publication? Publication,
        Guid? ReleaseId, PartialDate? ReleasedOn, string? Destination, bool? ForcedOut, bool NotDesignated, PartialDate? DetainedOn, string[]? Citizenships)
    {
        /// <summary>How long the imprisonment lasted that this ended.</summary>
        public string? Held => Outcome == NamedOutcome.Freed && DetainedOn is not null && ReleasedOn is not null ? Spans.Between(DetainedOn, ReleasedOn) : null;
    }

    public sealed record CountView(
        Guid Id, int Number, CountQualifier Qualifier, LocalizedText Unit, PartialDate AsOf, bool PartsAreExhaustive, IReadOnlyList<PartView> Parts)
    {
        public int Flaw => ReportedCount.Flaw(Number, PartsAreExhaustive, Parts.Select(p => p.Number));
    }

    public sealed record PartView(LocalizedText Label, int Number);

    public EventView Event { get; private set; } = null!;
    public IReadOnlyList<NamedView> Named { get; private set; } = [];
    public IReadOnlyList<CountView> Counts { get; private set; } = [];
    public Footnotes Notes { get; private set; } = new([]);
    public Tally Tally { get; private set; } = new(null, 0, 0, 0);

    /// <summary>Where the freed were taken, as far as the register knows; the rest is the last row.</summary>
    public IEnumerable<(string Label, int Number)> Destinations =>
        Named.Where(n => n.Outcome == NamedOutcome.Freed)
            .GroupBy(n => n.Destination is { } country ? CountryNames.Of(country) : T("Destination not stated"))
            .Select(g => (g.Key, g.Count()))
            .OrderByDescending(d => d.Item2);

    public FreedTogether Freed => new(Named);

    /// <summary>Lists that somebody began and that are not recorded yet; counted for editors only.</summary>
    public int OpenLists { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var found = await register.ReleaseEvents.AsNoTracking()
            .Where(e => e.Slug == slug)
            .Select(e => new EventView(
                e.ReleaseEventId, e.Slug, e.Publication, e.IsFictional, e.Kind, e.Country, e.HappenedOn, e.Title, e.Summary, e.AnnouncedCount, e.AnnouncedWording,
                e.Concessions.Select(c => new ConcessionView(c.ConcessionId, c.GivenBy, c.What, c.GivenOn)).ToList(),
                e.Parties.Select(p => new PartyView(p.PartyId, p.Role, p.Name)).ToList(),
                e.Claims.Select(c => new ClaimView(c.ClaimId, c.Topic, c.Statement, c.IsPreferred, c.PreferredBecause)).ToList(), e.UpdatedAt))
            .SingleOrDefaultAsync();
        if (found is null)
            return NotFound();

        Event = found;
        // A named person whose record is not public is not there for the public, in the list or in the numbers.
        var named = await register.NamedPeople.AsNoTracking()
            .Where(n => n.ReleaseEventId == found.Id && (n.PrisonerId == null || n.Prisoner != null))
            .Select(n => new NamedView(
                n.NamedPersonId, n.WrittenName, n.Outcome, n.Note, n.Prisoner!.Slug, n.Prisoner.PreferredNames, n.Prisoner.Standing,
                n.Prisoner.Publication, n.ReleaseId, n.Release!.ReleasedOn, n.Release.DestinationCountry ?? n.DestinationCountry, n.Release.ForcedOut ?? n.ForcedOut, n.NotDesignated,
                n.Release.Imprisonment.DetainedOn, n.Prisoner.Citizenships))
            .ToListAsync();
        Named = [.. named.OrderBy(n => n.Name is null ? n.WrittenName : T(n.Name), StringComparer.Create(InterfaceLanguage.Current.Culture, ignoreCase: false))];
        Counts = await register.ReportedCounts.AsNoTracking()
            .Where(c => c.ReleaseEventId == found.Id)
            .OrderBy(c => c.AsOf.Earliest).ThenBy(c => c.ReportedCountId)
            .Select(c => new CountView(
                c.ReportedCountId, c.Number, c.Qualifier, c.Unit, c.AsOf, c.PartsAreExhaustive,
                c.Parts.OrderBy(p => p.Ordinal).Select(p => new PartView(p.Label, p.Number)).ToList()))
            .ToListAsync();
        Notes = new Footnotes(await register.CitationsOfEvent(found.Id).ToListAsync());
        Tally = new Tally(found.AnnouncedCount, Named.Count, Named.Count(n => n.Slug is not null), Named.Count(n => n.Standing is { IsDesignated: false }));
        if (User.MayEdit())
            OpenLists = await register.ReleaseLists.CountAsync(l => l.ReleaseEventId == found.Id && (l.Status == ListStatus.Draft || l.Status == ListStatus.AwaitingApproval));
        return Page();
    }
}
