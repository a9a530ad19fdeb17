using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>Adds people and changes what is known of them beyond a single imprisonment.</summary>
public sealed class PrisonerService(RegisterContext context, RegisterWriter writer)
{
    // Pages below /prisoners that are not people.
    private static readonly string[] Reserved = ["new", "compare", "bulk"];

    /// <summary>Adds a person as a draft. The first subject of the result is the new id.</summary>
    public Task<WriteResult> AddAsync(PrisonerDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.added"), async (now, token) =>
        {
            PrisonerRules.Check(details, Today.Latest(now));
            var shown = details.Names.FirstOrDefault(n => n.Language == Languages.English) ?? details.Names[0];
            var prisoner = Prisoner.Create(details, await FreeSlugAsync(shown.Full, token), now);
            context.Add(prisoner);
            return [prisoner.PrisonerId];
        }, cancellationToken);

    /// <summary>Replaces identity and names.</summary>
    /// <param name="prisonerId">Who.</param>
    /// <param name="version">The version the editor saw.</param>
    /// <param name="details">The whole section as it should be.</param>
    /// <param name="submission">Who sends it, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="ConflictException">The section was changed after the editor opened it.</exception>
    public Task<WriteResult> EditIdentityAsync(
        Guid prisonerId, int version, PrisonerDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.identity_edited"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            context.Expect(prisoner, p => p.Version, version);
            prisoner.Identify(details, now);
            var doubts = new Doubts(submission);
            foreach (var imprisonment in prisoner.Imprisonments)
            {
                CaseRules.CheckLife(prisoner, imprisonment, nameof(details.BornOn), fromIdentity: true);
                CaseRules.AskAboutAge(doubts, prisoner, imprisonment);
            }

            doubts.Settle();
            return [prisonerId];
        }, cancellationToken);

    /// <summary>Gives the profile another address; the old one keeps leading there.</summary>
    public Task<WriteResult> MoveAsync(Guid prisonerId, string address, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.moved"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            var slug = Slug.Of(address);
            if (slug.Length == 0 || Reserved.Contains(slug))
                throw new RuleException("Slug", "Write the address in Latin letters, digits and hyphens.");
            if (slug == prisoner.Slug)
                return [prisonerId];
            if (await TakenAsync(slug, prisonerId, token))
                throw new RuleException("Slug", $"The address {slug} leads or once led to somebody else. Choose another.");

            // Going back to an earlier address of one's own: the trigger and the profile look at current ones first.
            if (!await context.FormerSlugs.AnyAsync(f => f.Slug == prisoner.Slug, token))
                context.Add(new FormerSlug { Slug = prisoner.Slug, PrisonerId = prisonerId });
            prisoner.Move(slug);
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    public Task<WriteResult> SetPublicationAsync(
        Guid prisonerId, Publication publication, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.publication_set"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            var doubts = new Doubts(submission);
            doubts.Ask(
                publication == Publication.Published && prisoner.Consent == Consent.Refused,
                $"{prisoner.ConsentBy} refused consent, and the record would be public. Is that so?");
            doubts.Ask(
                publication == Publication.Published && prisoner.Consent == Consent.Withdrawn,
                $"{prisoner.ConsentBy} withdrew consent, and the record would be public. Is that so?");
            doubts.Settle();
            prisoner.SetPublication(publication, now);
            return [prisonerId];
        }, cancellationToken);

    /// <summary>Records consent, and what is withheld from readers.</summary>
    /// <exception cref="RuleException">There is no reason, or nobody is named who said so.</exception>
    /// <exception cref="DoubtException">Consent was refused or withdrawn, and everything would stay public.</exception>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> SetConsentAsync(
        Guid prisonerId, int version, ConsentDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.consent_set"), async (now, token) =>
        {
            if (Blank.ToNull(submission.Reason) is null)
                throw new RuleException("", "Say why, for the history.");
            var prisoner = await context.WholeAsync(prisonerId, token);
            await context.Entry(prisoner).Collection(p => p.WithheldParts).LoadAsync(token);
            context.Expect(prisoner, p => p.ConsentVersion, version);
            prisoner.SetConsent(details, now);
            var doubts = new Doubts(submission);
            doubts.Ask(
                details is { Consent: Consent.Refused or Consent.Withdrawn, WithheldParts.Count: 0 } && prisoner.Publication == Publication.Published,
                "Consent is refused or withdrawn, and the record stays public with every part. Is that so?");
            doubts.Settle();
            return [prisonerId];
        }, cancellationToken);

    /// <summary>Adds honours, quotations, designations and contradicting claims.</summary>
    public Task<WriteResult> AddFactsAsync(
        Guid prisonerId, PersonFacts facts, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.facts_added"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            foreach (var honour in facts.Honours)
                prisoner.AddHonour(honour, now);
            foreach (var quotation in facts.Quotations)
                prisoner.Quote(quotation, now);
            foreach (var designation in facts.Designations)
                prisoner.Designate(designation, now);
            foreach (var claim in facts.Claims)
                prisoner.AddClaim(claim, now);
            return [prisonerId];
        }, cancellationToken);

    private async Task<string> FreeSlugAsync(string name, CancellationToken cancellationToken)
    {
        var readable = Slug.Of(name);
        return readable.Length == 0 ? Slug.Distinct("person")
            : Reserved.Contains(readable) || await TakenAsync(readable, Guid.Empty, cancellationToken) ? Slug.Distinct(readable)
            : readable;
    }

    private async Task<bool> TakenAsync(string slug, Guid exceptFor, CancellationToken cancellationToken) =>
        await context.Prisoners.IgnoreQueryFilters().AnyAsync(p => p.Slug == slug && p.PrisonerId != exceptFor, cancellationToken)
        || await context.FormerSlugs.AnyAsync(f => f.Slug == slug && f.PrisonerId != exceptFor, cancellationToken);
}

/// <summary>Facts about a person outside identity and imprisonments.</summary>
public sealed record PersonFacts
{
    public IReadOnlyList<HonourDetails> Honours { get; init; } = [];
    public IReadOnlyList<QuotationDetails> Quotations { get; init; } = [];
    public IReadOnlyList<DesignationDetails> Designations { get; init; } = [];
    public IReadOnlyList<ClaimDetails> Claims { get; init; } = [];
}
