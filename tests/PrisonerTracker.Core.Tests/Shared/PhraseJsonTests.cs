using System.Text.Json;
using PrisonerTracker.Core.Shared;
using Xunit;

namespace PrisonerTracker.Core.Tests.Shared;

public sealed class PhraseJsonTests
{
    [Fact]
    public void Serialize_PhraseWithEveryKindOfValue_ComesBackToBeSaidInAnyLanguage()
    {
        Phrase inner = $"since {PartialDate.Parse("2024-05~")}";
        Phrase phrase = $"{"Ada {0}"}, {3} times, {new DateOnly(2025, 12, 13)}, {new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)}, {inner} {{so}}";

        var back = JsonSerializer.Deserialize<Phrase>(JsonSerializer.Serialize(phrase))!;

        Assert.Equal((phrase.English, phrase.ToString()), (back.English, back.ToString()));
        Assert.Equal(["Ada {0}", 3L, new DateOnly(2025, 12, 13), new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)], back.Values.Take(4));
        var kept = Assert.IsType<Phrase>(back.Values[4]);
        Assert.Equal(("since {0}", PartialDate.Parse("2024-05~")), (kept.English, kept.Values.Single()));
    }

    [Fact]
    public void Serialize_ValueWithoutAForm_IsKeptAsItsEnglish()
    {
        Phrase phrase = $"taken to {new CountryCode("LT")}";

        Assert.Equal("taken to Lithuania", JsonSerializer.Deserialize<Phrase>(JsonSerializer.Serialize(phrase))!.ToString());
    }
}
