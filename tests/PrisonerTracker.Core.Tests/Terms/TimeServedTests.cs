using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;
using Xunit;

namespace PrisonerTracker.Core.Tests.Terms;

public sealed class TimeServedTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Theory]
    [InlineData("2021-07-14", "2021-07-15", null, null, null, 1, 1, ServedUntil.Release)]
    [InlineData("2021-07-14", "2021-07-14", null, null, null, 0, 0, ServedUntil.Release)]
    [InlineData("2021-07", "2021-08-02", null, null, null, 2, 32, ServedUntil.Release)]
    [InlineData("2021-07-14", "2021-08", null, null, null, 18, 48, ServedUntil.Release)]
    [InlineData("2026-01-10", null, null, null, null, 5, 5, ServedUntil.Today)]
    [InlineData("2026", null, null, null, null, 0, 14, ServedUntil.Today)]
    [InlineData("2021-07-14", null, "2021-07-20", null, null, 6, 6, ServedUntil.Death)]
    [InlineData("2026-01-01", null, null, "2026-01-03", "2026-01-05", 12, 12, ServedUntil.Today)]
    [InlineData("2025-01-01", "2025-03-01", null, "2025-02", "2025-02", 32, 59, ServedUntil.Release)]
    public void Of_Dates_IsTheRangeTheyLeave(
        string detained, string? released, string? died, string? freed, string? back, int least, int most, ServedUntil until)
    {
        var served = TimeServed.Of(D(detained), D(released), D(died), freed is null ? [] : [(D(freed)!, D(back)!)], Today)!;

        Assert.Equal((least, most, until), (served.Least, served.Most, served.Until));
    }

    [Fact]
    public void Of_DetentionUnknown_IsNotWorkedOut() => Assert.Null(TimeServed.Of(null, D("2025-12-13"), null, [], Today));

    private static PartialDate? D(string? text) => text is null ? null : PartialDate.Parse(text);
}
