using System.Text.Json.Serialization;

namespace PrisonerTracker.Web.Reconciliation;

/// <summary>What the service says of itself, and the words it uses.</summary>
internal static class ReconciliationManifest
{
    public const string Path = "/reconcile";
    public const string Person = "Person";
    public const string BirthDate = "birthDate";
    public const string Country = "country";
    public const string Gender = "gender";

    private const int PreviewWidth = 420;
    private const int PreviewHeight = 260;

    /// <summary>What may be told of a person beside the name.</summary>
    public static readonly IReadOnlyList<Suggested> Properties =
    [
        new(BirthDate, "Date of birth", "1982, 1982-04 or 1982-04-24. Somebody born at another time is no candidate."),
        new(Country, "Country of imprisonment", "BY or Belarus. Somebody imprisoned elsewhere last is no candidate."),
        new(Gender, "Gender", "female, male or other. Somebody of another gender is no candidate."),
    ];

    public static readonly IReadOnlyList<Suggested> Types = [new(Person, "Prisoner", "A person in the register")];

    public static object Of(string address) => new
    {
        versions = new[] { "0.2" },
        name = "Prisoner Tracker",
        identifierSpace = $"{address}/prisoners/",
        schemaSpace = "https://schema.org/",
        documentation = $"{address}/method",
        defaultTypes = Types.Select(t => new { t.Id, t.Name }),
        view = new { url = $"{address}/prisoners/{{{{id}}}}" },
        preview = new { url = $"{address}{Path}/preview?id={{{{id}}}}", width = PreviewWidth, height = PreviewHeight },
        suggest = new
        {
            entity = new Service(address, $"{Path}/suggest/entity"),
            property = new Service(address, $"{Path}/suggest/property"),
            type = new Service(address, $"{Path}/suggest/type"),
        },
    };

    /// <summary>Something to choose while it is typed.</summary>
    public sealed record Suggested(string Id, string Name, string? Description);

    private sealed record Service([property: JsonPropertyName("service_url")] string Url, [property: JsonPropertyName("service_path")] string Path);
}
