using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

public sealed class DatesTests
{
    [Theory]
    [InlineData("2021", "2021", "in 2021")]
    [InlineData("2021-09", "September 2021", "in September 2021")]
    [InlineData("2021-09-06", "6 September 2021", "on 6 September 2021")]
    [InlineData("c. 2021", "about 2021", "in about 2021")]
    public void Of_AsFarAsItIsKnown_IsNotMoreExact(string date, string alone, string inSentence)
    {
        Assert.Equal((alone, inSentence), (Dates.Of(PartialDate.Parse(date)), Dates.When(PartialDate.Parse(date))));
    }

    [Fact]
    public void Of_Moment_SaysItsZone()
    {
        Assert.Equal("13 December 2025, 08:05 UTC", Dates.Of(new DateTime(2025, 12, 13, 8, 5, 59, DateTimeKind.Utc)));
    }
}
