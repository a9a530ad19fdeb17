using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Designations;

/// <summary>Keeps the catalogue of organisations that designate and count.</summary>
public sealed class OrganisationService(RegisterContext context, RegisterWriter writer)
{
    // A page below /organisations that is not one.
    private static readonly string[] Reserved = ["edit"];

    /// <summary>Adds an organisation unless its key is known. The first subject of the result is its id.</summary>
    public Task<WriteResult> AddAsync(
        string key, LocalizedText name, string? country, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("organisation.added"), async (_, token) =>
        {
            var organisation = await context.Organisations.SingleOrDefaultAsync(o => o.Key == key, token);
            if (organisation is null)
                context.Add(organisation = Organisation.Create(key, name, country));
            return [organisation.OrganisationId];
        }, cancellationToken);

    /// <summary>Adds an organisation under a key made of its name. The first subject of the result is its id.</summary>
    public Task<WriteResult> AddAsync(OrganisationDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("organisation.added"), async (_, token) =>
        {
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('catalogue'))", token);
            await CheckNameAsync(null, details, token);
            var readable = Slug.Of(details.Name.ToString());
            readable = readable.Length == 0 ? "organisation" : readable[..Math.Min(readable.Length, Organisation.KeyLength - 10)].Trim('-');
            var isTaken = Reserved.Contains(readable) || await context.Organisations.AnyAsync(o => o.Key == readable, token);
            var organisation = Organisation.Create(details, isTaken ? Slug.Distinct(readable) : readable);
            context.Add(organisation);
            return [organisation.OrganisationId];
        }, cancellationToken);

    /// <summary>Replaces what is said of the organisation; its key stays.</summary>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid organisationId, int version, OrganisationDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("organisation.edited"), async (_, token) =>
        {
            var organisation = await context.Organisations.Include(o => o.Citations).SingleAsync(o => o.OrganisationId == organisationId, token);
            context.Expect(organisation, o => o.Version, version);
            await CheckNameAsync(organisationId, details, token);
            organisation.Set(details);
            return [organisationId];
        }, cancellationToken);

    private async Task CheckNameAsync(Guid? organisationId, OrganisationDetails details, CancellationToken cancellationToken)
    {
        var names = await context.Organisations.AsNoTracking().Where(o => o.OrganisationId != organisationId).Select(o => o.Name).ToListAsync(cancellationToken);
        if (names.Exists(n => n.Any(known => details.Name.Any(name => string.Equals(known.Value, name.Value, StringComparison.OrdinalIgnoreCase)))))
            throw new RuleException(nameof(details.Name), "The register has an organisation of this name. Change that one instead.");
    }
}
