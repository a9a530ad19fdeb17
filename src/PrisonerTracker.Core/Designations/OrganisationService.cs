using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Designations;

/// <summary>Keeps the catalogue of organisations that designate and count.</summary>
public sealed class OrganisationService(RegisterContext context, RegisterWriter writer)
{
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
}
