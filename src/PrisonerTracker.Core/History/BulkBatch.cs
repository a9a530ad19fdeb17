using System.Text.Encodings.Web;
using System.Text.Json;

namespace PrisonerTracker.Core.History;

/// <summary>What a bulk write added, as its history row tells it.</summary>
/// <param name="Subjects">The ids of the records added.</param>
/// <param name="Fact">What they are, in the singular.</param>
/// <param name="Values">The summary: how many, from what, the first and the last.</param>
internal sealed record BulkBatch(IReadOnlyList<Guid> Subjects, string Fact, IReadOnlyDictionary<string, object> Values)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In the form of every history row: an array of facts with their values.</summary>
    public string Describe() => JsonSerializer.Serialize(new[] { new { fact = Fact, id = "batch", values = Values } }, Readable);
}
