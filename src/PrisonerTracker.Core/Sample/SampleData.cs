using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Sample;

/// <summary>
/// Enters the real sample data (<c>sample.json</c>) the way an editor would, form by form, and publishes it. Loading again adds only
/// what is not there yet: every form has the same request key in every run.
/// </summary>
public sealed class SampleData(
    RegisterContext context,
    SourceService sources,
    OrganisationService organisations,
    PrisonerService prisoners,
    ImprisonmentService imprisonments,
    ReleaseEventService events,
    ReleaseService releases)
{
    private static readonly Actor Loader = new(null, "Sample data");

    /// <summary>Whether the register holds no person and no event, drafts included.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken = default) =>
        !await context.Prisoners.IgnoreQueryFilters().AnyAsync(cancellationToken)
        && !await context.ReleaseEvents.IgnoreQueryFilters().AnyAsync(cancellationToken);

    /// <summary>Loads the sample data; broken off, it is finished by loading again.</summary>
    /// <returns>The number of changes written; 0 when everything was there.</returns>
    /// <exception cref="System.Text.Json.JsonException">The data file is wrong; nothing was written.</exception>
    public Task<int> LoadAsync(CancellationToken cancellationToken = default) => LoadAsync(EmbeddedFile(), cancellationToken);

    internal static string EmbeddedFile()
    {
        using var stream = typeof(SampleData).Assembly.GetManifestResourceStream("Sample/sample.json")
            ?? throw new InvalidOperationException("No embedded file sample.json.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal async Task<int> LoadAsync(string json, CancellationToken cancellationToken)
    {
        var file = SampleFile.Read(json);
        var references = new SampleReferences();
        var written = 0;

        foreach (var (key, source) in file.Sources)
            references.Set(key, Subject(await sources.AddAsync(references.Read<SourceDetails>(key, source), Form("source", key), cancellationToken)));

        foreach (var (key, entry) in file.Organisations)
        {
            var organisation = references.Read<SampleOrganisation>(key, entry);
            references.Set(key, Subject(await organisations.AddAsync(
                key, organisation.Name, organisation.Country, Form("organisation", key), cancellationToken)));
        }

        foreach (var (key, person) in file.People)
        {
            var identity = references.Read<PrisonerDetails>(key, person.Identity);
            references.Set(key, Subject(await prisoners.AddAsync(identity, Form("person", key), cancellationToken)));
        }

        foreach (var (key, entry) in file.Events)
        {
            var said = references.Read<SampleEvent>(key, entry);
            var id = Subject(await events.CreateAsync(said.Event, Form("event", key), cancellationToken));
            references.Set(key, id);
            if (said.Claims.Count > 0)
                Subject(await events.AddClaimsAsync(id, said.Claims, Form("event claims", key), cancellationToken));
        }

        foreach (var (key, person) in file.People)
        {
            for (var i = 1; i <= person.Imprisonments.Count; i++)
            {
                var reference = SampleFile.ImprisonmentKey(key, i);
                references.Set(reference, await ImprisonAsync(
                    references.Of(key), reference, references.Read<SampleImprisonment>(key, person.Imprisonments[i - 1])));
            }

            if (person.Facts is { } facts)
                Subject(await prisoners.AddFactsAsync(references.Of(key), references.Read<PersonFacts>(key, facts), Form("facts", key), cancellationToken));
        }

        Subject(await events.AddCountsAsync(
            references.Read<List<ReportedCountDetails>>("counts", file.Counts), Form("counts", "all"), cancellationToken));

        foreach (var key in file.People.Keys)
            Subject(await prisoners.SetPublicationAsync(references.Of(key), Publication.Published, Form("publish person", key), cancellationToken));
        foreach (var key in file.Events.Keys)
            Subject(await events.SetPublicationAsync(references.Of(key), Publication.Published, Form("publish event", key), cancellationToken));

        return written;

        async Task<Guid> ImprisonAsync(Guid prisonerId, string key, SampleImprisonment entry)
        {
            var added = await imprisonments.AddAsync(prisonerId, entry.Case, Form("imprisonment", key), cancellationToken);
            Subject(added);
            var (id, version) = (added.Subjects[1], 1);
            if (entry.Release is { } release)
                Subject(await releases.RecordAsync(id, version++, release, Form("release", key), cancellationToken));
            if (entry.Undo is { } undo)
                Subject(await releases.UndoAsync(id, version, undo, Form("undo", key), cancellationToken));
            return id;
        }

        Guid Subject(WriteResult result)
        {
            if (result.Outcome == WriteOutcome.Written)
                written++;
            return result.Subjects[0];
        }
    }

    private static Submission Form(string kind, string key) => new(Loader, StableKey.Of($"sample data/{kind}/{key}"), "Sample data");
}
