using System.Text.Json;
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

    /// <summary>Whether a loading began and was broken off before everything was published.</summary>
    public async Task<bool> IsUnfinishedAsync(CancellationToken cancellationToken = default)
    {
        var file = SampleFile.Read(EmbeddedFile());
        var first = Form("source", file.Sources.Keys.First()).RequestKey;
        var last = Form("publish event", file.Events.Keys.Last()).RequestKey;
        var found = await context.Changes.Where(c => c.RequestKey == first || c.RequestKey == last).Select(c => c.RequestKey).ToListAsync(cancellationToken);
        return found.Contains(first) && !found.Contains(last);
    }

    /// <summary>Loads the sample data; broken off, it is finished by loading again.</summary>
    /// <returns>The number of changes written; 0 when everything was there.</returns>
    /// <exception cref="JsonException">The data file is wrong; nothing was written.</exception>
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
        var run = new Run(new SampleReferences(), cancellationToken);
        await CataloguesAsync(file, run);
        await PeopleAsync(file, run);
        await EventsAsync(file, run);
        await ImprisonmentsAsync(file, run);
        await PublishAsync(file, run);
        return run.Written;
    }

    private async Task CataloguesAsync(SampleFile file, Run run)
    {
        foreach (var (key, entry) in file.Sources)
            run.Set(key, await sources.AddAsync(run.Read<SourceDetails>(key, entry), Form("source", key), run.Cancelled));

        foreach (var (key, entry) in file.Organisations)
        {
            var organisation = run.Read<SampleOrganisation>(key, entry);
            run.Set(key, await organisations.AddAsync(key, organisation.Name, organisation.Country, Form("organisation", key), run.Cancelled));
        }
    }

    private async Task PeopleAsync(SampleFile file, Run run)
    {
        foreach (var (key, person) in file.People)
            run.Set(key, await prisoners.AddAsync(run.Read<PrisonerDetails>(key, person.Identity), Form("person", key), run.Cancelled));
    }

    private async Task EventsAsync(SampleFile file, Run run)
    {
        foreach (var (key, entry) in file.Events)
        {
            var said = run.Read<SampleEvent>(key, entry);
            run.Set(key, await events.CreateAsync(said.Event, Form("event", key), run.Cancelled));
            if (said.Claims.Count > 0)
                run.Count(await events.AddClaimsAsync(run.Id(key), said.Claims, Form("event claims", key), run.Cancelled));
        }

        var counts = run.Read<List<ReportedCountDetails>>("counts", file.Counts);
        run.Count(await events.AddCountsAsync(counts, Form("counts", "all"), run.Cancelled));
    }

    private async Task ImprisonmentsAsync(SampleFile file, Run run)
    {
        foreach (var (key, person) in file.People)
        {
            for (var i = 1; i <= person.Imprisonments.Count; i++)
                await ImprisonAsync(run.Id(key), SampleFile.ImprisonmentKey(key, i), person.Imprisonments[i - 1], run);
            if (person.Facts is { } facts)
                run.Count(await prisoners.AddFactsAsync(run.Id(key), run.Read<PersonFacts>(key, facts), Form("facts", key), run.Cancelled));
        }
    }

    // Ended before the next one is entered: nobody has two open imprisonments.
    private async Task ImprisonAsync(Guid prisonerId, string key, JsonElement entry, Run run)
    {
        var said = run.Read<SampleImprisonment>(key, entry);
        var added = run.Count(await imprisonments.AddAsync(prisonerId, said.Case, Form("imprisonment", key), run.Cancelled));
        var (id, version) = (added.Subjects[1], 1);
        run.References.Set(key, id);
        if (said.Release is { } release)
            run.Count(await releases.RecordAsync(id, version++, release, Form("release", key), run.Cancelled));
        if (said.Undo is { } undo)
            run.Count(await releases.UndoAsync(id, version, undo, Form("undo", key), run.Cancelled));
    }

    private async Task PublishAsync(SampleFile file, Run run)
    {
        foreach (var key in file.People.Keys)
            run.Count(await prisoners.SetPublicationAsync(run.Id(key), Publication.Published, Form("publish person", key), run.Cancelled));
        foreach (var key in file.Events.Keys)
            run.Count(await events.SetPublicationAsync(run.Id(key), Publication.Published, Form("publish event", key), run.Cancelled));
    }

    private static Submission Form(string kind, string key) => new(Loader, StableKey.Of($"sample data/{kind}/{key}"), "Sample data") { IsUnattended = true };

    /// <summary>One loading: the ids found so far, and what was written.</summary>
    private sealed class Run(SampleReferences references, CancellationToken cancelled)
    {
        public SampleReferences References => references;
        public CancellationToken Cancelled => cancelled;
        public int Written { get; private set; }

        public T Read<T>(string key, JsonElement entry) => references.Read<T>(key, entry);

        public Guid Id(string key) => references.Of(key);

        public void Set(string key, WriteResult result) => references.Set(key, Count(result).Subjects[0]);

        public WriteResult Count(WriteResult result)
        {
            if (result.Outcome == WriteOutcome.Written)
                Written++;
            return result;
        }
    }
}
