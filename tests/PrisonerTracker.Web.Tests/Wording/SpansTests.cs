using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

public sealed class SpansTests
{
    [Theory]
    [InlineData("2020-09-07", "2025-12-13", "5 years and 3 months")]
    [InlineData("2020-09-07", "2021-09-07", "1 year")]
    [InlineData("2020-09-07", "2020-10-07", "1 month")]
    [InlineData("2020-09-07", "2020-09-11", "4 days")]
    [InlineData("2020-09-07", "2020-09-08", "1 day")]
    [InlineData("2020-01-31", "2020-02-29", "1 month")]
    [InlineData("2020-02-29", "2021-02-28", "1 year")]
    [InlineData("2020", "2025-12-13", "4 to 5 years")]
    [InlineData("2020", "2025", "4 to 5 years")]
    [InlineData("2021-09", "2025-12-13", "4 years and 2 to 3 months")]
    [InlineData("2023-05", "2023-05-20", "less than a month")]
    [InlineData("2023-05", "2023-08-20", "2 to 3 months")]
    [InlineData("2025", "2025-12-13", "up to 11 months")]
    public void Between_Dates_IsTheRangeItMayHaveBeen(string from, string until, string expected)
    {
        Assert.Equal(expected, Spans.Between(PartialDate.Parse(from), PartialDate.Parse(until)));
    }

    [Theory]
    [InlineData("1982-04-24", "2025-12-13", "43")]
    [InlineData("1982", "2025-12-13", "42 or 43")]
    [InlineData("1982", "2025", "42 or 43")]
    [InlineData("1982-12-13", "2025-12-13", "43")]
    [InlineData("1982-12-14", "2025-12-13", "42")]
    public void Age_BirthDate_IsAllItMayBe(string born, string on, string expected)
    {
        Assert.Equal(expected, Spans.Age(PartialDate.Parse(born), PartialDate.Parse(on)));
    }

    [Theory]
    [InlineData(11, 0, 0, "11 years")]
    [InlineData(1, 1, 1, "1 year, 1 month and 1 day")]
    [InlineData(0, 0, 15, "15 days")]
    [InlineData(2, 0, 15, "2 years and 15 days")]
    public void Of_Term_SaysItAsTheCourtDid(int years, int months, int days, string expected)
    {
        Assert.Equal(expected, Spans.Of(Term.Of(years, months, days)));
    }
}
