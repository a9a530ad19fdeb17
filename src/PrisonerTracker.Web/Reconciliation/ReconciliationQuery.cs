using System.Globalization;
using System.Text.Json;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Reconciliation;

/// <summary>One name to find, as the Reconciliation Service API 0.2 writes it.</summary>
internal sealed record ReconciliationQuery
{
    /// <summary>More names in one request have to wait for the next.</summary>
    public const int MostInBatch = 100;

    public const int LongestName = 200;
    private const int MostCandidates = 8;

    public required string Name { get; init; }
    public int Limit { get; init; } = MostCandidates;

    /// <summary>It asks for a kind of thing that the register does not have.</summary>
    public bool IsOfOtherType { get; init; }

    public BirthHint? Birth { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>Something was told of the person that could not be read; it may be what tells namesakes apart.</summary>
    public bool IsPartlyUnread { get; init; }

    /// <summary>Reads a batch.</summary>
    /// <exception cref="FormatException">What is wrong with it, in words for whoever wrote the program that sent it.</exception>
    public static IReadOnlyList<(string Key, ReconciliationQuery Query)> ReadBatch(string json)
    {
        try
        {
            using var batch = JsonDocument.Parse(json);
            if (batch.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException("The batch must be an object of queries, such as {\"q0\":{\"query\":\"Maria Kalesnikava\"}}.");
            var queries = batch.RootElement.EnumerateObject().ToList();
            if (queries.Count > MostInBatch)
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The batch has {queries.Count} queries; send at most {MostInBatch} at once."));
            return [.. queries.Select(q => (q.Name, Read(q.Name, q.Value)))];
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The batch is no JSON: {wrong.Message}", wrong);
        }
    }

    private static ReconciliationQuery Read(string key, JsonElement query)
    {
        if (query.ValueKind != JsonValueKind.Object)
            throw new FormatException($"Query {key} must be an object.");
        var name = query.TryGetProperty("query", out var text) ? Text(text) ?? throw new FormatException($"The name of query {key} must be text.") : "";
        var read = new ReconciliationQuery
        {
            Name = name.Length > LongestName ? name[..LongestName] : name,
            Limit = query.TryGetProperty("limit", out var limit) && limit.ValueKind == JsonValueKind.Number ? (int)Math.Clamp(limit.GetDouble(), 0, MostCandidates) : MostCandidates,
            IsOfOtherType = query.TryGetProperty("type", out var type) && Values(type).ToList() is { Count: > 0 } types && !types.Contains(ReconciliationManifest.Person),
        };
        if (!query.TryGetProperty("properties", out var properties))
            return read;
        if (properties.ValueKind != JsonValueKind.Array)
            throw new FormatException($"The properties of query {key} must be a list of {{\"pid\":…,\"v\":…}}.");
        return properties.EnumerateArray().Aggregate(read, (sofar, property) => sofar.With(key, property));
    }

    private ReconciliationQuery With(string key, JsonElement property)
    {
        if (property.ValueKind != JsonValueKind.Object || !property.TryGetProperty("pid", out var pid) || !property.TryGetProperty("v", out var value))
            throw new FormatException($"Each property of query {key} must have a pid and a v.");
        if (Values(value).FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim() is not { } told)
            return this;
        switch (pid.ToString())
        {
            case ReconciliationManifest.BirthDate:
                return PartialDate.TryParse(told, out var born) ? this with { Birth = RegisterCandidates.BirthHintOf(born) } : this with { IsPartlyUnread = true };
            case ReconciliationManifest.Country:
                var code = Countries.All.FirstOrDefault(c => c.Code.Equals(told, StringComparison.OrdinalIgnoreCase) || c.Name.Equals(told, StringComparison.OrdinalIgnoreCase)).Code;
                return code is null ? this with { IsPartlyUnread = true } : this with { Country = code };
            case ReconciliationManifest.Gender:
                return Enum.TryParse<Gender>(told, ignoreCase: true, out var gender) && Enum.IsDefined(gender) ? this with { Gender = gender } : this with { IsPartlyUnread = true };
            default:
                return this; // a property of other services
        }
    }

    private static IEnumerable<string> Values(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text).OfType<string>() : Text(value) is { } one ? [one] : [];

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.ToString(),
        JsonValueKind.Object when value.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => null,
    };
}
