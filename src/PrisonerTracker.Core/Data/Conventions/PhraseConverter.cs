using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Data;

internal sealed class PhraseConverter() : ValueConverter<Phrase, string>(
    phrase => JsonSerializer.Serialize(phrase, Options),
    json => JsonSerializer.Deserialize<Phrase>(json, Options)!)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

internal sealed class PhraseComparer() : ValueComparer<Phrase>(
    (a, b) => (a == null ? null : a.ToString()) == (b == null ? null : b.ToString()), phrase => phrase.ToString().GetHashCode(StringComparison.Ordinal), phrase => phrase);
