using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

public sealed class PhraseTests
{
    [Fact]
    public void Joined_Phrases_KeepTheirOwnKeys()
    {
        var joined = Phrase.Joined(", ", [(Phrase)$"one of {PartialDate.Parse("2021-09")}", "another"]);

        Assert.Equal(("{0}, {1}", "one of September 2021, another"), (joined.English, joined.ToString()));
        Assert.Equal(["one of {0}", "another"], joined.Values.Select(v => ((Phrase)v!).English));
        Assert.Equal("one of September 2021, another", Translation.T(joined));
    }

    [Fact]
    public void ToString_DaysAndMoments_AreWrittenForEveryReader()
    {
        Phrase phrase = $"{new DateOnly(2026, 5, 12)} and {new DateTime(2026, 5, 12, 9, 5, 0, DateTimeKind.Utc)}";

        Assert.Equal("12 May 2026 and 12 May 2026 at 09:05 UTC", phrase.ToString());
        Assert.Equal("12 May 2026 and 12 May 2026, 09:05 UTC", Translation.T(phrase));
    }
}
