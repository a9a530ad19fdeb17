using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Data;

internal sealed class LocalizedTextConverter() : ValueConverter<LocalizedText, string>(
    text => JsonSerializer.Serialize(text, Options),
    json => JsonSerializer.Deserialize<LocalizedText>(json, Options) ?? LocalizedText.Empty)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

internal sealed class LocalizedTextComparer() : ValueComparer<LocalizedText>(
    (a, b) => object.Equals(a, b), text => text.GetHashCode(), text => text);
