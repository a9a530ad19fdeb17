using System.Linq.Expressions;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages;

/// <summary>The citations of everything about one subject, in one statement.</summary>
internal static class Citations
{
    public static IQueryable<CitationRow> CitationsOfPrisoner(this RegisterContext register, Guid prisonerId)
    {
        var all = register.Citations;
        var held = register.Imprisonments.Where(i => i.PrisonerId == prisonerId);
        return all.Where(c => c.PrisonerId == prisonerId && (register.ShowWithheld || !register.WithheldParts.Any(w => w.PrisonerId == prisonerId && (
                (w.Part == PersonPart.BirthDate && c.Field == "BornOn") || (w.Part == PersonPart.Citizenship && c.Field == "Citizenships")
                || (w.Part == PersonPart.Description && (c.Field == "Summary" || c.Field == "Occupation"))))))
            .Concat(register.PersonNames.Where(n => n.PrisonerId == prisonerId).SelectMany(n => all.Where(c => c.PersonNameId == n.PersonNameId)))
            .Concat(register.Honours.Where(h => h.PrisonerId == prisonerId).SelectMany(h => all.Where(c => c.HonourId == h.HonourId)))
            .Concat(register.Quotations.Where(q => q.PrisonerId == prisonerId).SelectMany(q => all.Where(c => c.QuotationId == q.QuotationId)))
            .Concat(register.Designations.Where(d => d.PrisonerId == prisonerId).SelectMany(d => all.Where(c => c.DesignationId == d.DesignationId)))
            .Concat(register.LetterAddresses.Where(x => x.PrisonerId == prisonerId).SelectMany(x => all.Where(c => c.LetterAddressId == x.LetterAddressId)))
            .Concat(register.RiskFactors.Where(x => x.PrisonerId == prisonerId).SelectMany(x => all.Where(c => c.RiskFactorId == x.RiskFactorId)))
            .Concat(register.StateListings.Where(x => x.PrisonerId == prisonerId).SelectMany(x => all.Where(c => c.StateListingId == x.StateListingId)))
            .Concat(register.PersonTags.Where(x => x.PrisonerId == prisonerId).SelectMany(x => all.Where(c => c.PersonTagId == x.PersonTagId)))
            .Concat(register.Claims.Where(x => x.PrisonerId == prisonerId).SelectMany(x => all.Where(c => c.ClaimId == x.ClaimId)))
            .Concat(held.SelectMany(i => all.Where(c => c.ImprisonmentId == i.ImprisonmentId)))
            .Concat(held.SelectMany(i => i.Charges).SelectMany(x => all.Where(c => c.ChargeId == x.ChargeId)))
            .Concat(held.SelectMany(i => i.Sentences).SelectMany(x => all.Where(c => c.SentenceId == x.SentenceId)))
            .Concat(held.SelectMany(i => i.Placements).SelectMany(x => all.Where(c => c.PlacementId == x.PlacementId)))
            .Concat(held.SelectMany(i => i.Hearings).SelectMany(x => all.Where(c => c.HearingId == x.HearingId)))
            .Concat(held.SelectMany(i => i.Releases).SelectMany(x => all.Where(c => c.ReleaseId == x.ReleaseId)))
            .Rows(register);
    }

    public static IQueryable<CitationRow> CitationsOfEvent(this RegisterContext register, Guid releaseEventId)
    {
        var all = register.Citations;
        var about = register.ReleaseEvents.Where(e => e.ReleaseEventId == releaseEventId);
        return all.Where(c => c.ReleaseEventId == releaseEventId)
            .Concat(about.SelectMany(e => e.Concessions).SelectMany(x => all.Where(c => c.ConcessionId == x.ConcessionId)))
            .Concat(about.SelectMany(e => e.Parties).SelectMany(x => all.Where(c => c.PartyId == x.PartyId)))
            .Concat(about.SelectMany(e => e.Named).SelectMany(x => all.Where(c => c.NamedPersonId == x.NamedPersonId)))
            .Concat(about.SelectMany(e => e.Claims).SelectMany(x => all.Where(c => c.ClaimId == x.ClaimId)))
            .Concat(register.Releases.Where(r => r.ReleaseEventId == releaseEventId).SelectMany(x => all.Where(c => c.ReleaseId == x.ReleaseId)))
            .Concat(register.ReportedCounts.Where(r => r.ReleaseEventId == releaseEventId).SelectMany(x => all.Where(c => c.ReportedCountId == x.ReportedCountId)))
            .Rows(register);
    }

    /// <summary>The citations of one entry of a catalogue.</summary>
    public static IQueryable<CitationRow> CitationsWhere(this RegisterContext register, Expression<Func<Citation, bool>> condition) =>
        register.Citations.Where(condition).Rows(register);

    /// <summary>Published counts about whole countries.</summary>
    public static IQueryable<CitationRow> CitationsOfCounts(this RegisterContext register, IEnumerable<Guid> reportedCountIds) =>
        register.Citations.Where(c => c.ReportedCountId != null && reportedCountIds.Contains(c.ReportedCountId.Value)).Rows(register);

    // A left join: to the public a confidential source is not there, but that the fact has one is.
    private static IQueryable<CitationRow> Rows(this IQueryable<Citation> citations, RegisterContext register) =>
        from c in citations
        join s in register.Sources on c.SourceId equals s.SourceId into sources
        from s in sources.DefaultIfEmpty()
        orderby c.CitationId
        select new CitationRow(
            c.PrisonerId ?? c.PersonNameId ?? c.HonourId ?? c.QuotationId ?? c.DesignationId ?? c.LetterAddressId ?? c.RiskFactorId ?? c.StateListingId ?? c.PersonTagId ?? c.TagId ?? c.ClaimId ?? c.ImprisonmentId ?? c.ChargeId
                ?? c.SentenceId ?? c.PlacementId ?? c.HearingId ?? c.ReleaseId ?? c.ReleaseEventId ?? c.ConcessionId ?? c.PartyId ?? c.NamedPersonId ?? c.ReportedCountId
                ?? c.LegalCodeId ?? c.ArticleId ?? c.FacilityId ?? c.CourtId ?? c.JudgeId ?? c.OrganisationId!.Value,
            c.Field,
            s == null ? null : c.Locator,
            s == null ? null : new FootnoteSource(s.Slug, s.Publisher, s.Title, s.PublishedOn, s.Address, s.Language));
}
