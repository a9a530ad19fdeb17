using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>What is recorded of a person outside identity and imprisonments, as the profile and the overview of editing show it.</summary>
internal sealed record PersonSections(
    IReadOnlyList<PersonSections.DesignationView> Designations,
    IReadOnlyList<PersonSections.QuotationView> Quotations,
    IReadOnlyList<PersonSections.ClaimView> Claims,
    IReadOnlyList<PersonSections.HonourView> Honours,
    IReadOnlyList<PersonSections.LetterView> Letters,
    IReadOnlyList<PersonSections.RiskView> Risks,
    IReadOnlyList<PersonSections.ListingView> Listings,
    IReadOnlyList<PersonSections.TagView> Tags)
{
    public static readonly PersonSections None = new([], [], [], [], [], [], [], []);

    public sealed record DesignationView(
        Guid Id, string Key, LocalizedText Organisation, PartialDate? DesignatedOn, Definition Definition, string? Ground, Demand Demand, PartialDate? WithdrawnOn);

    public sealed record QuotationView(Guid Id, LocalizedText Text, LocalizedText Channel, PartialDate? SaidOn);

    public sealed record ClaimView(
        Guid Id, ClaimTopic Topic, Guid? ImprisonmentId, string? Value, LocalizedText Statement, bool IsPreferred, LocalizedText PreferredBecause);

    public sealed record HonourView(Guid Id, HonourKind Kind, LocalizedText Title, PartialDate? ReceivedOn);

    public sealed record LetterView(Guid Id, string? Lines, string Language, LetterPassage Passage, PartialDate? KnownOn, LocalizedText Note);

    public sealed record RiskView(Guid Id, RiskKind Kind, LocalizedText Text, PartialDate? SinceOn, PartialDate? UntilOn, Visibility Visibility);

    public sealed record ListingView(
        Guid Id, StateListKind Kind, string Country, LocalizedText ListName, string? Number, PartialDate? ListedOn, PartialDate? RemovedOn);

    public sealed record TagView(Guid Id, string Slug, LocalizedText Name, bool ShownToReaders);

    /// <summary>Loads all of it in two statements.</summary>
    public static async Task<PersonSections> OfAsync(RegisterContext register, Guid prisonerId)
    {
        var said = await register.Prisoners.AsNoTracking()
            .Where(p => p.PrisonerId == prisonerId)
            .Select(p => new
            {
                Designations = p.Designations.Select(d => new DesignationView(
                    d.DesignationId, d.Organisation.Key, d.Organisation.Name, d.DesignatedOn, d.Definition, d.Ground, d.Demand, d.WithdrawnOn)).ToList(),
                Quotations = p.Quotations.Select(q => new QuotationView(q.QuotationId, q.Text, q.Channel, q.SaidOn)).ToList(),
                Claims = p.Claims.Select(c => new ClaimView(c.ClaimId, c.Topic, c.ImprisonmentId, c.Value, c.Statement, c.IsPreferred, c.PreferredBecause)).ToList(),
            })
            .SingleAsync();
        var about = await register.Prisoners.AsNoTracking()
            .Where(p => p.PrisonerId == prisonerId)
            .Select(p => new
            {
                Honours = p.Honours.Select(h => new HonourView(h.HonourId, h.Kind, h.Title, h.ReceivedOn)).ToList(),
                Letters = p.LetterAddresses.Select(a => new LetterView(a.LetterAddressId, a.Lines, a.Language, a.Passage, a.KnownOn, a.Note)).ToList(),
                Risks = p.RiskFactors.Select(r => new RiskView(r.RiskFactorId, r.Kind, r.Text, r.SinceOn, r.UntilOn, r.Visibility)).ToList(),
                Tags = p.Tags.Select(t => new TagView(t.PersonTagId, t.Tag.Slug, t.Tag.Name, t.Tag.ShownToReaders)).ToList(),
                Listings = p.StateListings.Select(l => new ListingView(l.StateListingId, l.Kind, l.Country, l.ListName, l.Number, l.ListedOn, l.RemovedOn)).ToList(),
            })
            .SingleAsync();
        return new PersonSections(
            [.. said.Designations.OrderBy(d => d.DesignatedOn).ThenBy(d => d.Id)],
            [.. said.Quotations.OrderBy(q => q.SaidOn).ThenBy(q => q.Id)],
            [.. said.Claims.OrderBy(c => c.Topic).ThenBy(c => c.ImprisonmentId).ThenByDescending(c => c.IsPreferred).ThenBy(c => c.Id)],
            [.. about.Honours.OrderBy(h => h.ReceivedOn).ThenBy(h => h.Id)],
            [.. about.Letters.OrderBy(a => a.Id)],
            [.. about.Risks.OrderBy(r => r.SinceOn).ThenBy(r => r.Id)],
            [.. about.Listings.OrderBy(l => l.ListedOn).ThenBy(l => l.Id)],
            [.. about.Tags.OrderBy(t => t.Slug, StringComparer.Ordinal)]);
    }
}
