using System.Text.Json;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Sample;

/// <summary>The data file. Its entries become the details records of the forms, once the ids of what they refer to are known.</summary>
internal sealed class SampleFile
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    public required Dictionary<string, JsonElement> Sources { get; init; }
    public required Dictionary<string, JsonElement> Organisations { get; init; }
    public required Dictionary<string, SamplePerson> People { get; init; }
    public required Dictionary<string, JsonElement> Events { get; init; }
    public required JsonElement Counts { get; init; }

    /// <summary>Reads the file and every entry of it once, so that an error shows before anything is written.</summary>
    /// <exception cref="JsonException">An entry does not fit its record, or refers to something that is not in the file.</exception>
    public static SampleFile Read(string json)
    {
        var file = JsonSerializer.Deserialize<SampleFile>(json, Reading) ?? throw new JsonException("The sample data is empty.");
        file.Check();
        return file;
    }

    public static string ImprisonmentKey(string person, int number) => $"{person}/{number}";

    private void Check()
    {
        var references = new SampleReferences();
        foreach (var key in (string[])[.. Sources.Keys, .. Organisations.Keys, .. People.Keys, .. Events.Keys])
            references.Set(key, Guid.CreateVersion7());

        foreach (var (key, source) in Sources)
            references.Read<SourceDetails>(key, source);
        foreach (var (key, organisation) in Organisations)
            references.Read<SampleOrganisation>(key, organisation);
        foreach (var (key, said) in Events)
            references.Read<SampleEvent>(key, said);
        foreach (var (key, person) in People)
        {
            references.Read<PrisonerDetails>(key, person.Identity);
            for (var i = 0; i < person.Imprisonments.Count; i++)
            {
                references.Read<SampleImprisonment>(key, person.Imprisonments[i]);
                references.Set(ImprisonmentKey(key, i + 1), Guid.CreateVersion7());
            }

            if (person.Facts is { } facts)
                references.Read<PersonFacts>(key, facts);
        }

        references.Read<List<ReportedCountDetails>>("counts", Counts);
    }
}

internal sealed record SamplePerson
{
    /// <summary><see cref="PrisonerDetails"/>; refers to sources.</summary>
    public required JsonElement Identity { get; init; }

    /// <summary>Each a <see cref="SampleImprisonment"/>, in order; refers to events as well.</summary>
    public IReadOnlyList<JsonElement> Imprisonments { get; init; } = [];

    /// <summary><see cref="PersonFacts"/>; refers to the imprisonments as well.</summary>
    public JsonElement? Facts { get; init; }
}

internal sealed record SampleImprisonment
{
    public required ImprisonmentDetails Case { get; init; }
    public ReleaseDetails? Release { get; init; }
    public UndoDetails? Undo { get; init; }
}

internal sealed record SampleOrganisation
{
    public required LocalizedText Name { get; init; }
    public string? Country { get; init; }
}

internal sealed record SampleEvent
{
    public required ReleaseEventDetails Event { get; init; }
    public IReadOnlyList<ClaimDetails> Claims { get; init; } = [];
}
