using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Shared;
using Xunit;

namespace PrisonerTracker.Core.Tests.Shared;

public sealed class PartialDateProperties
{
    private static readonly Arbitrary<DateOnly> Days = Gen.Choose(
            new DateOnly(PartialDate.FirstYear, 1, 1).DayNumber, new DateOnly(PartialDate.LastYear, 12, 31).DayNumber)
        .Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<PartialDate> Dates = DatesAmong(Days.Generator).ToArbitrary();

    // Dates of four years, so that two of them often touch.
    private static readonly Arbitrary<PartialDate> CloseDates = DatesAmong(CloseDays()).ToArbitrary();

    [Fact]
    public void Parse_OwnTextForm_GivesTheSameDate() =>
        Prop.ForAll(Dates, date => PartialDate.Parse(date.ToString()).Equals(date)).QuickCheckThrowOnFailure();

    [Fact]
    public void Parse_ApproximateMarkBefore_MeansTheSameAsBehind() =>
        Prop.ForAll(Dates, date => PartialDate.Parse($"c. {date.ToIso8601()}").Equals(PartialDate.Parse($"{date.ToIso8601()}~"))).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndReadsOnlyWhatItCanWrite() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => !PartialDate.TryParse(text, out var date) || PartialDate.Parse(date.ToString()).Equals(date))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void OfInterval_FirstAndLastDay_GivesTheDateBack() =>
        Prop.ForAll(Dates, date => PartialDate.OfInterval(date.Earliest, date.Latest, date.IsApproximate).Equals(date)).QuickCheckThrowOnFailure();

    [Fact]
    public void OfInterval_AnyTwoDays_IsADayAMonthAYearOrRefused() =>
        Prop.ForAll(Days, Days, (from, until) =>
        {
            try
            {
                var date = PartialDate.OfInterval(from, until, false);
                return (date.Earliest, date.Latest) == (from, until) && PartialDate.Parse(date.ToString()).Equals(date);
            }
            catch (ArgumentOutOfRangeException)
            {
                return from != until;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Interval_AnyDay_HoldsExactlyTheDaysOfItsText() =>
        Prop.ForAll(Dates, Days, (date, day) =>
            (day >= date.Earliest && day <= date.Latest)
            == day.ToString("O", System.Globalization.CultureInfo.InvariantCulture).StartsWith(date.ToIso8601(), StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void Overlaps_BruteForceOverTheDays_Agrees() =>
        Prop.ForAll(CloseDates, CloseDays().ToArbitrary(), CloseDays().ToArbitrary(), (date, from, until) =>
        {
            var days = Enumerable.Range(date.Earliest.DayNumber, date.Latest.DayNumber - date.Earliest.DayNumber + 1).Select(DateOnly.FromDayNumber).ToList();
            return from > until // an empty range is nobody's question
                || (date.Overlaps(from, until) == days.Exists(d => d >= from && d <= until)
                    && date.Overlaps(from, null) == days.Exists(d => d >= from)
                    && date.Overlaps(null, until) == days.Exists(d => d <= until)
                    && date.Overlaps(null, null));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void IsCertainlyBefore_BruteForceOverTheDays_Agrees() =>
        Prop.ForAll(CloseDates, CloseDates, (a, b) =>
            a.IsCertainlyBefore(b) == (a.Latest.DayNumber < b.Earliest.DayNumber) && !(a.IsCertainlyBefore(b) && b.IsCertainlyBefore(a))).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_AnyThree_IsATotalOrder() =>
        Prop.ForAll(CloseDates, CloseDates, CloseDates, (a, b, c) =>
            Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (a.CompareTo(b) > 0 || b.CompareTo(c) > 0 || a.CompareTo(c) <= 0)
            && (a.CompareTo(b) == 0) == ((a.Earliest, a.Latest) == (b.Earliest, b.Latest))
            && (a < b) == (a.CompareTo(b) < 0) && (a >= b) == !(a < b) && (a <= b) == !(a > b)
            && (!a.IsCertainlyBefore(b) || a < b)
            && a.CompareTo(null) > 0).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-02-29")]
    [InlineData("2023-2")]
    [InlineData("1799")]
    [InlineData("2201")]
    [InlineData("13.12.2025")]
    [InlineData("2025-12-13T00:00")]
    [InlineData("٢٠٢٣")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoDate_IsRefused(string? text) => Assert.False(PartialDate.TryParse(text, out _));

    private static Gen<DateOnly> CloseDays() =>
        Gen.Choose(new DateOnly(2019, 1, 1).DayNumber, new DateOnly(2022, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static Gen<PartialDate> DatesAmong(Gen<DateOnly> days) =>
        from day in days
        from approximate in ArbMap.Default.GeneratorFor<bool>()
        from precision in Gen.Elements(Enum.GetValues<DatePrecision>())
        select precision switch
        {
            DatePrecision.Day => PartialDate.OfDay(day, approximate),
            DatePrecision.Month => PartialDate.OfMonth(day.Year, day.Month, approximate),
            _ => PartialDate.OfYear(day.Year, approximate),
        };
}
