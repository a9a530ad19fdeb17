using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using Xunit;

namespace PrisonerTracker.Core.Tests.Rosters;

/// <summary>The status of a past day: certain where the dates settle it, every possible value where they do not.</summary>
public sealed class StandingOnTests
{
    [Theory]
    // Exact dates: the day of the detention counts, the day of the release does not.
    [InlineData("custody 2021-07-14 freed:Pardon@2025-12-13", "2021-07-13", Certainty.No, "AtLiberty")]
    [InlineData("custody 2021-07-14 freed:Pardon@2025-12-13", "2021-07-14", Certainty.Certain, "InCustody")]
    [InlineData("custody 2021-07-14 freed:Pardon@2025-12-13", "2025-12-12", Certainty.Certain, "InCustody")]
    [InlineData("custody 2021-07-14 freed:Pardon@2025-12-13", "2025-12-13", Certainty.No, "AtLiberty")]
    [InlineData("custody 2021-07-14 freed:Died@2025-12-13", "2025-12-13", Certainty.No, "DiedInCustody")]
    // Imprecise ones.
    [InlineData("custody 2021-09", "2021-08-31", Certainty.No, "AtLiberty")]
    [InlineData("custody 2021-09", "2021-09-01", Certainty.Possible, "AtLiberty InCustody")]
    [InlineData("custody 2021-09", "2021-09-29", Certainty.Possible, "AtLiberty InCustody")]
    [InlineData("custody 2021-09", "2021-09-30", Certainty.Certain, "InCustody")]
    [InlineData("custody 2021-09-01 freed:Pardon@2022", "2021-12-31", Certainty.Certain, "InCustody")]
    [InlineData("custody 2021-09-01 freed:Pardon@2022", "2022-06-01", Certainty.Possible, "AtLiberty InCustody")]
    [InlineData("custody 2021-09-01 freed:Pardon@2022", "2022-12-31", Certainty.No, "AtLiberty")]
    [InlineData("custody 2021 freed:Pardon@2021", "2021-06-01", Certainty.Possible, "AtLiberty InCustody")]
    [InlineData("custody ? freed:Pardon@2021-06-01", "2021-05-31", Certainty.Possible, "AtLiberty InCustody")]
    [InlineData("custody ? freed:Pardon@2021-06-01", "2021-06-01", Certainty.No, "AtLiberty")]
    // What the person was held as.
    [InlineData("custody 2021-07-14 charge:Laid@2021-07-20 sentence:Imprisonment@2023-03-03", "2021-07-19", Certainty.Certain, "InCustody")]
    [InlineData("custody 2021-07-14 charge:Laid@2021-07-20 sentence:Imprisonment@2023-03-03", "2023-03-02", Certainty.Certain, "OnRemand")]
    [InlineData("custody 2021-07-14 charge:Laid@2021-07-20 sentence:Imprisonment@2023-03-03", "2023-03-03", Certainty.Certain, "Serving")]
    [InlineData("custody 2021-07-14 charge:Laid sentence:Imprisonment@2023", "2021-07-14", Certainty.Certain, "OnRemand")]
    [InlineData("custody 2021-07-14 charge:Laid sentence:Imprisonment@2023", "2023-06-01", Certainty.Certain, "OnRemand Serving")]
    [InlineData("house 2021-07-14", "2022-01-01", Certainty.No, "UnderRestrictions")]
    [InlineData("disappeared 1999-09-16", "2022-01-01", Certainty.Certain, "ForciblyDisappeared")]
    [InlineData("absent ? sentence:Imprisonment@2023-03-03", "2023-03-02", Certainty.No, "AtLiberty")]
    [InlineData("absent ? sentence:Imprisonment@2023-03-03", "2023-03-03", Certainty.No, "AtLiberty")]
    // A home restriction that a colony replaced, after remand.
    [InlineData("restricted 2022-01-10 sentence:RestrictionOfLibertyAtHome@2022-01-10 sentence:Imprisonment@2022-10-05", "2022-10-04", Certainty.No, "UnderRestrictions")]
    [InlineData("restricted 2022-01-10 sentence:RestrictionOfLibertyAtHome@2022-01-10 sentence:Imprisonment@2022-10-05", "2022-10-05", Certainty.Certain, "Serving")]
    [InlineData("custody 2021-09-01 sentence:RestrictionOfLibertyAtHome@2022-01-10 sentence:Imprisonment@2022-10", "2022-01-09", Certainty.Certain, "InCustody")]
    [InlineData("custody 2021-09-01 sentence:RestrictionOfLibertyAtHome@2022-01-10 sentence:Imprisonment@2022-10", "2022-06-01", Certainty.No, "UnderRestrictions")]
    [InlineData("custody 2021-09-01 sentence:RestrictionOfLibertyAtHome@2022-01-10 sentence:Imprisonment@2022-10", "2022-10-05", Certainty.Possible, "Serving UnderRestrictions")]
    // Releases that were undone.
    [InlineData("custody 2010-12-19 out@2025-09-11 back@2025-09-11", "2025-09-11", Certainty.Certain, "InCustody")]
    [InlineData("custody 2010-12-19 out@2025-09-11 back@?", "2025-09-12", Certainty.Certain, "InCustody")]
    [InlineData("custody 2023-05-01 out@2026-01-03 back@2026-01-05", "2026-01-02", Certainty.Certain, "InCustody")]
    [InlineData("custody 2023-05-01 out@2026-01-03 back@2026-01-05", "2026-01-03", Certainty.No, "AtLiberty")]
    [InlineData("custody 2023-05-01 out@2026-01-03 back@2026-01-05", "2026-01-04", Certainty.No, "AtLiberty")]
    [InlineData("custody 2023-05-01 out@2026-01-03 back@2026-01-05", "2026-01-05", Certainty.Certain, "InCustody")]
    [InlineData("custody 2023-05-01 out@2025-09 back@2025-09", "2025-09-15", Certainty.Possible, "AtLiberty InCustody")]
    [InlineData("custody 2023-05-01 mistake@2025-09-11", "2025-10-01", Certainty.Certain, "InCustody")]
    public void Of_OneImprisonment_IsThisAtTheEndOfTheDay(string line, string day, Certainty held, string custody)
    {
        var standing = StandingOn.Of(Life.Day(day), [Life.Imprisonment(line)], [], null);

        Assert.Equal((held, custody), (standing.Held, string.Join(' ', standing.Custody.Select(c => c.ToString()).Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("2010-01-01", Certainty.No)]
    [InlineData("2011-08-04", Certainty.Certain)]
    [InlineData("2014-06-20", Certainty.Certain)]
    [InlineData("2014-06-21", Certainty.No)]
    [InlineData("2018-01-01", Certainty.No)]
    [InlineData("2022-01-01", Certainty.Certain)]
    [InlineData("2025-12-13", Certainty.No)]
    public void Of_TwoImprisonments_HasTheYearsBetweenAtLiberty(string day, Certainty held)
    {
        Imprisonment[] both =
        [
            Life.Imprisonment("custody 2021-07-14 sentence:Imprisonment@2023-03-03 freed:Pardon@2025-12-13"),
            Life.Imprisonment("custody 2011-08-04 sentence:Imprisonment@2011-11-24 freed:Amnesty@2014-06-21"),
        ];

        Assert.Equal(held, StandingOn.Of(Life.Day(day), both, [], null).Held);
    }

    [Fact]
    public void Of_DeathWhileHeld_EndsIt()
    {
        var life = new[] { Life.Imprisonment("custody 2021-07-14") };

        Assert.Equal(Certainty.Certain, StandingOn.Of(new DateOnly(2024, 2, 15), life, [], PartialDate.Parse("2024-02-16")).Held);
        Assert.Equal([Custody.DiedInCustody], StandingOn.Of(new DateOnly(2024, 2, 16), life, [], PartialDate.Parse("2024-02-16")).Custody);
    }

    [Theory]
    [InlineData("2022-03-05", null, "2022-03-04", Certainty.No)]
    [InlineData("2022-03-05", null, "2022-03-05", Certainty.Certain)]
    [InlineData("2022-03", null, "2022-03-05", Certainty.Possible)]
    [InlineData("2022-03-05", "2023-01-01", "2023-01-01", Certainty.No)]
    [InlineData("2022-03-05", "2023", "2023-01-01", Certainty.Possible)]
    [InlineData(null, null, "2023-01-01", Certainty.Possible)]
    public void Of_Designation_CountsFromItsDayUntilItIsWithdrawn(string? made, string? withdrawn, string day, Certainty expected)
    {
        var designation = new DesignationDetails
        {
            OrganisationId = Guid.NewGuid(),
            DesignatedOn = made is null ? null : PartialDate.Parse(made),
            WithdrawnOn = withdrawn is null ? null : PartialDate.Parse(withdrawn),
        }.Create(new DateOnly(2026, 1, 15));

        Assert.Equal(expected, StandingOn.Of(Life.Day(day), [], [designation], null).Designated);
    }

    [Fact]
    public void Of_AfterEverything_IsTheStandingOfNow() =>
        Prop.ForAll(Lives, life =>
        {
            var imprisonments = life.Select(Life.Imprisonment).ToList();
            var now = Standing.Of(imprisonments, []);
            var then = StandingOn.Of(new DateOnly(2030, 1, 1), imprisonments, [], null);
            return then.Custody.SequenceEqual([now.Custody]) && then.LegalStage.SequenceEqual([now.LegalStage])
                && then.Held == (Standing.Held.Contains(now.Custody) ? Certainty.Certain : Certainty.No);
        }).QuickCheckThrowOnFailure();

    /// <summary>Every exact course that the dates of a life allow, day by day, against the derivation.</summary>
    [Fact]
    public void Of_ImpreciseDates_IsWhatAllExactOnesTogetherSay() =>
        Prop.ForAll(Imprecise, dates =>
        {
            var (detained, released) = dates;
            var life = Life.Imprisonment($"custody {detained}{(released is null ? "" : $" freed:Pardon@{released}")}");
            var stays = (
                from first in Each(detained)
                from last in released is null ? [DateOnly.MaxValue] : Each(released)
                where last >= first
                select (first, last)).ToList();
            return Enumerable.Range(-2, 70).Select(detained.Earliest.AddDays).All(day =>
            {
                var held = stays.Select(s => s.first <= day && day < s.last).Distinct().ToList();
                var expected = held.Count == 2 ? Certainty.Possible : held[0] ? Certainty.Certain : Certainty.No;
                return StandingOn.Of(day, [life], [], null).Held == expected;
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void HeldPeriods_EveryDay_SayWhatTheDerivationSays() =>
        Prop.ForAll(Lives, life =>
        {
            var imprisonments = life.Select(Life.Imprisonment).ToList();
            var periods = HeldPeriod.Of(imprisonments, null);
            return Enumerable.Range(0, 160).Select(n => new DateOnly(2020, 1, 1).AddDays(n * 9)).All(day =>
            {
                var within = periods.Where(p => (p.Days.LowerBoundInfinite || p.Days.LowerBound <= day) && (p.Days.UpperBoundInfinite || day < p.Days.UpperBound)).ToList();
                var said = within.Count == 0 ? Certainty.No : within.Single().IsCertain ? Certainty.Certain : Certainty.Possible;
                return said == StandingOn.Of(day, imprisonments, [], null).Held;
            });
        }).QuickCheckThrowOnFailure();

    private static readonly Arbitrary<(PartialDate Detained, PartialDate? Released)> Imprecise = (
        from detained in Dates(new DateOnly(2021, 1, 1), 40, monthsAtMost: true)
        from days in Gen.Choose(0, 40)
        from released in Dates(detained.Earliest.AddDays(days), 1, monthsAtMost: true)
        from open in Gen.Choose(0, 4)
        select (detained, open == 0 || released.IsCertainlyBefore(detained) ? null : released)).ToArbitrary();

    // One or two imprisonments, one after the other, with dates of every precision.
    private static readonly Arbitrary<string[]> Lives = (
        from first in Line(new DateOnly(2020, 3, 1), closed: true)
        from second in Line(new DateOnly(2022, 3, 1), closed: false)
        from both in Gen.Elements(true, false)
        select both ? new[] { first, second } : [second]).ToArbitrary();

    private static Gen<string> Line(DateOnly start, bool closed) =>
        from kind in Gen.Elements("custody", "custody", "restricted", "house")
        from detained in Dates(start, 200)
        from sentence in Gen.Elements("", "sentence:Imprisonment@", "sentence:RestrictionOfLibertyAtHome@")
        from decided in Dates(start.AddDays(210), 60)
        from replaced in Gen.Elements("", "sentence:Imprisonment@")
        from replacedOn in Dates(start.AddDays(280), 60)
        from undone in Gen.Elements(false, true)
        from freed in Dates(start.AddDays(350), 20)
        from back in Gen.Choose(0, 20)
        from end in Gen.Elements(closed, true)
        from released in Dates(start.AddDays(420), 60)
        select string.Join(' ', new[]
        {
            kind,
            detained.ToString(),
            sentence.Length == 0 ? "" : sentence + decided,
            sentence.Length == 0 || replaced.Length == 0 ? "" : replaced + replacedOn,
            undone ? $"out@{freed} back@{(freed.Precision == DatePrecision.Day ? PartialDate.OfDay(freed.Latest.AddDays(back)) : freed)}" : "",
            end && !released.IsCertainlyBefore(detained) ? $"freed:Pardon@{released}" : "",
        }.Where(w => w.Length > 0));

    private static Gen<PartialDate> Dates(DateOnly start, int within, bool monthsAtMost = false) =>
        from days in Gen.Choose(0, within)
        from precision in Gen.Choose(0, monthsAtMost ? 3 : 4)
        let day = start.AddDays(days)
        select precision switch { < 2 => PartialDate.OfDay(day), 4 => PartialDate.OfYear(day.Year), _ => PartialDate.OfMonth(day.Year, day.Month) };

    private static IEnumerable<DateOnly> Each(PartialDate date)
    {
        for (var day = date.Earliest; day <= date.Latest; day = day.AddDays(1))
            yield return day;
    }
}
