using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;
using Xunit;

namespace PrisonerTracker.Core.Tests.Terms;

public sealed class ExpectedEndTests
{
    private static readonly CreditRule[] Rules =
    [
        Rule("BY", Regime.General, 1, 1, until: "2021-06-18"),
        Rule("BY", Regime.General, 2, 3, from: "2021-06-19"),
        Rule("BY", Regime.Strict, 1, 1),
        Rule("RU", Regime.Settlement, 1, 2),
        Rule("RU", Regime.General, 2, 1, custody: CustodyBefore.HouseArrest),
    ];

    [Theory]
    // One for one: the anniversary of the detention.
    [InlineData("BY Strict 2020-09-07 2022-01-10 11y", "2031-09-07", "2031-09-07")]
    // 100 days on remand, all after the change: 50 days less.
    [InlineData("BY General 2021-07-01 2021-10-09 5y", "2026-05-12", "2026-05-12")]
    // 101 days: a broken day counts as a whole one.
    [InlineData("BY General 2021-07-01 2021-10-10 5y", "2026-05-11", "2026-05-11")]
    // 18 days before the change count once, 13 from 19 June on 1.5 times: 6.5 days less, rounded to 7.
    [InlineData("BY General 2021-06-01 2021-07-02 1y", "2022-05-25", "2022-05-25")]
    [InlineData("RU Settlement 2022-03-01 2022-03-31 1y6m", "2023-08-02", "2023-08-02")]
    // Two days of house arrest are one of the colony: 30 days from the day in force.
    [InlineData("RU General 2022-01-01 2022-03-02 1y house", "2023-01-31", "2023-01-31")]
    // Partial dates.
    [InlineData("BY Strict 2020-09 2022-01-10 1y", "2021-09-01", "2021-09-30")]
    [InlineData("BY General 2021-07 2021-10-09 5y", "2026-05-12", "2026-06-26")]
    [InlineData("BY General 2021-07-01 2021-10 5y", "2026-05-01", "2026-05-16")]
    // Detained after the sentence, which was passed in absentia: nothing to credit.
    [InlineData("BY General 2022-05-01 2021-10-09 5y", "2027-05-01", "2027-05-01")]
    // Calendar: 29 February and a year; the end of a month.
    [InlineData("BY Strict 2020-02-29 2020-03-01 1y", "2021-02-28", "2021-02-28")]
    [InlineData("BY Strict 2021-08-31 2021-09-01 6m", "2022-02-28", "2022-02-28")]
    [InlineData("BY Strict 2021-08-31 2021-09-01 6m10d", "2022-03-10", "2022-03-10")]
    public void Of_WholeInput_IsTheStartPlusTheTermMinusTheCredit(string facts, string earliest, string latest)
    {
        var end = ExpectedEnd.Of(Facts(facts), Rules);

        Assert.Equal((null, earliest, latest), (end.Missing, $"{end.Earliest:O}", $"{end.Latest:O}"));
        Assert.True(end.IsUnverified || end.Credits.Count == 0);
    }

    [Fact]
    public void Of_TwoRules_NamesBothWithTheirDays()
    {
        var end = ExpectedEnd.Of(Facts("BY General 2021-06-01 2021-07-02 1y"), Rules);

        Assert.Equal([(1, 18, 18), (2, 13, 13)], end.Credits.Select(c => (c.Rule.CustodyDays, c.LeastDays, c.MostDays)));
    }

    public static TheoryData<TermFacts, NoEnd> Incomplete => new()
    {
        { Of(new Decision { SentenceId = Guid.NewGuid(), Penalty = Penalty.Imprisonment, Term = Term.Of(5), DecidedOn = D("2022-03-01") }), NoEnd.RegimeUnknown },
        { Of(), NoEnd.NotSentenced },
        { Of(Verdict()) with { Kind = ImprisonmentKind.InAbsentia, DetainedOn = null }, NoEnd.NeverHeld },
        { Of(Verdict() with { Penalty = Penalty.LifeImprisonment, Term = null }), NoEnd.Life },
        { Of(Verdict() with { Penalty = Penalty.Death, Term = null }), NoEnd.Death },
        { Of(Verdict() with { Penalty = Penalty.Suspended }), NoEnd.NotCustodial },
        { Of(Verdict() with { Penalty = Penalty.Fine, Term = null }), NoEnd.NotCustodial },
        { Of(Verdict() with { Penalty = Penalty.NotStated }), NoEnd.PenaltyUnknown },
        { Of(Verdict() with { Term = null }), NoEnd.TermUnknown },
        { Of(Verdict()) with { DetainedOn = null }, NoEnd.StartUnknown },
        { Of(Verdict() with { DecidedOn = null }), NoEnd.InForceUnknown },
        { Of(Verdict(), Verdict() with { DecidedOn = D("2023-01-01") }), NoEnd.SeveralSentences },
        { Of(Verdict() with { Regime = Regime.Special }), NoEnd.NoRule },
        { Of(Verdict()) with { Country = "CN" }, NoEnd.NoRule },
        { Of(Verdict(), new Decision { SentenceId = Guid.NewGuid(), Instance = Instance.Appeal, Outcome = DecisionOutcome.Overturned, DecidedOn = D("2022-06-01") }), NoEnd.NotSentenced },
    };

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void Of_MissingInput_SaysWhichInsteadOfGuessing(TermFacts facts, NoEnd missing) => Assert.Equal(missing, ExpectedEnd.Of(facts, Rules).Missing);

    [Fact]
    public void Of_InForceUnknown_IsARangeFromTheVerdictToTheColony()
    {
        var facts = Of(Verdict() with { DecidedOn = D("2021-10-09") }) with { DetainedOn = D("2021-07-01"), InColonyOn = D("2021-12-18"), AsOf = new(2025, 1, 1) };

        var end = ExpectedEnd.Of(facts, Rules);

        Assert.Equal((true, new DateOnly(2026, 4, 7), new DateOnly(2026, 5, 12)), (end.InForceAssumed, end.Earliest, end.Latest));
        Assert.Equal((new DateOnly(2021, 10, 9), new DateOnly(2021, 12, 18)), end.InForce);
    }

    [Fact]
    public void Of_AppealUpheld_IsInForceFromItsDay()
    {
        var facts = Of(
            Verdict() with { DecidedOn = D("2021-08-01") },
            new Decision { SentenceId = Guid.NewGuid(), Instance = Instance.Appeal, Outcome = DecisionOutcome.Upheld, DecidedOn = D("2021-10-09") }) with
        { DetainedOn = D("2021-07-01") };

        Assert.Equal(new DateOnly(2026, 5, 12), ExpectedEnd.Of(facts, Rules).Latest);
    }

    [Fact]
    public void Of_HomeRestrictionReplacedByAColony_CountsTheColonyFromItsDecision()
    {
        var facts = Of(
            Verdict() with { Penalty = Penalty.RestrictionOfLibertyAtHome, Regime = null, Term = Term.Of(3) },
            new Decision { SentenceId = Guid.NewGuid(), Instance = Instance.Replacement, Penalty = Penalty.Imprisonment, Regime = Regime.General, Term = Term.Of(1, 2), DecidedOn = D("2022-10-05") });

        var end = ExpectedEnd.Of(facts, Rules);

        Assert.Equal((true, new DateOnly(2023, 12, 5)), (end.IsReplacement, end.Latest));
    }

    [Fact]
    public void On_OneMoreDayOfRemand_NeverEndsLater() =>
        Prop.ForAll(Cases, c =>
            ExpectedEnd.On(c.Detained.AddDays(-1), c.InForce, c.Term, c.Rules) <= ExpectedEnd.On(c.Detained, c.InForce, c.Term, c.Rules))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void On_LongerTerm_NeverEndsEarlier() =>
        Prop.ForAll(Cases, c => new[] { Term.Of(1), Term.Of(0, 1), Term.Of(0, 0, 1) }.All(more =>
            ExpectedEnd.On(c.Detained, c.InForce, c.Term.Plus(more), c.Rules) >= ExpectedEnd.On(c.Detained, c.InForce, c.Term, c.Rules)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_PartialDates_ContainsEveryExactOneInside() =>
        Prop.ForAll(Cases, PartialDates, (c, p) =>
        {
            var (start, inForce) = p;
            var end = ExpectedEnd.Of(Of(Verdict() with { Regime = Regime.General, Term = c.Term, InForceOn = inForce }) with { DetainedOn = start }, Rules);
            return end.Missing is null && Each(start).All(detained => Each(inForce).All(on =>
                ExpectedEnd.On(detained, on, c.Term, [Rules[0], Rules[1]]) is var exact && end.Earliest <= exact && exact <= end.Latest));
        }).QuickCheckThrowOnFailure();

    // Nobody knows since when: every day counts from the verdict to today, or to the day on which the term was over.
    [Fact]
    public void Of_InForceUnknown_IsWhatEveryDayInBetweenGives() =>
        Prop.ForAll(Cases, Gen.Choose(0, 1500).ToArbitrary(), (c, daysSince) =>
        {
            var decided = c.InForce < c.Detained ? c.Detained : c.InForce;
            var facts = Of(Verdict() with { Regime = Regime.General, Term = c.Term, DecidedOn = PartialDate.OfDay(decided) }) with
            {
                DetainedOn = PartialDate.OfDay(c.Detained),
                AsOf = decided.AddDays(daysSince),
            };
            var ends = new List<DateOnly>();
            for (var day = decided; day <= facts.AsOf && (ends.Count == 0 || ends[^1] > day.AddDays(-1)); day = day.AddDays(1))
                ends.Add(ExpectedEnd.On(c.Detained, day, c.Term, [Rules[0], Rules[1]]));

            var end = ExpectedEnd.Of(facts, Rules);

            return (end.Earliest, end.Latest) == (ends.Min(), ends.Max());
        }).QuickCheckThrowOnFailure();

    private static readonly Arbitrary<(DateOnly Detained, DateOnly InForce, Term Term, CreditRule[] Rules)> Cases = (
        from detained in Gen.Choose(0, 900)
        from remand in Gen.Choose(-10, 700)
        from years in Gen.Choose(0, 15)
        from months in Gen.Choose(0, 11)
        from days in Gen.Choose(1, 40)
        from rules in Gen.Elements(Rules[..2], Rules[2..3], Rules[3..4], Rules[4..])
        let day = new DateOnly(2020, 1, 1).AddDays(detained)
        select (day, day.AddDays(remand), Term.Of(years, months, days), rules)).ToArbitrary();

    private static readonly Arbitrary<(PartialDate Start, PartialDate InForce)> PartialDates = (
        from month in Gen.Choose(0, 30)
        from isDay in Gen.Elements(true, false)
        from later in Gen.Choose(1, 20)
        from isOtherDay in Gen.Elements(true, false)
        let start = new DateOnly(2020, 1, 5).AddMonths(month)
        let inForce = start.AddMonths(later)
        select (
            isDay ? PartialDate.OfDay(start) : PartialDate.OfMonth(start.Year, start.Month),
            isOtherDay ? PartialDate.OfDay(inForce) : PartialDate.OfMonth(inForce.Year, inForce.Month))).ToArbitrary();

    private static IEnumerable<DateOnly> Each(PartialDate date)
    {
        for (var day = date.Earliest; day <= date.Latest; day = day.AddDays(1))
            yield return day;
    }

    // "BY General 2021-07-01 2021-10-09 5y": country, regime, detained, in force, term, and "house" for house arrest.
    private static TermFacts Facts(string line)
    {
        var words = line.Split(' ');
        int Part(char unit)
        {
            var before = words[4].Split(unit)[0];
            return before == words[4] ? 0 : int.Parse(before.Split('y', 'm')[^1], System.Globalization.CultureInfo.InvariantCulture);
        }

        return Of(Verdict() with
        {
            Regime = Enum.Parse<Regime>(words[1]),
            InForceOn = D(words[3]),
            Term = Term.Of(Part('y'), Part('m'), Part('d')),
        }) with
        {
            Country = words[0],
            DetainedOn = D(words[2]),
            Kind = words.Contains("house") ? ImprisonmentKind.HouseArrest : ImprisonmentKind.Custody,
        };
    }

    private static TermFacts Of(params Decision[] decisions) => new() { Country = "BY", DetainedOn = D("2021-07-01"), Decisions = decisions, AsOf = new DateOnly(2026, 1, 15) };

    private static Decision Verdict() => new()
    {
        SentenceId = Guid.NewGuid(),
        Penalty = Penalty.Imprisonment,
        Regime = Regime.General,
        Term = Term.Of(5),
        DecidedOn = D("2022-03-01"),
    };

    private static PartialDate D(string text) => PartialDate.Parse(text);

    private static CreditRule Rule(
        string country, Regime regime, int custodyDays, int termDays, string? from = null, string? until = null, CustodyBefore custody = CustodyBefore.Remand) =>
        CreditRule.Create(new CreditRuleDetails
        {
            Country = country,
            Regime = regime,
            Custody = custody,
            CustodyDays = custodyDays,
            TermDays = termDays,
            ValidFrom = from is null ? null : D(from).Earliest,
            ValidUntil = until is null ? null : D(until).Earliest,
        });
}
