using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;
using Xunit;

namespace PrisonerTracker.Core.Tests.Terms;

public sealed class SentencesInForceTests
{
    private static readonly Guid First = Guid.NewGuid();

    public static TheoryData<string, Decision[], string> Cases => new()
    {
        { "a verdict", [Verdict("2022", 10)], "10-0-0" },
        { "upheld", [Verdict("2022", 10), Review("2022-06", DecisionOutcome.Upheld)], "10-0-0" },
        { "changed", [Verdict("2022", 10), Review("2022-06", DecisionOutcome.Changed) with { Term = Term.Of(9) }], "9-0-0" },
        { "changed without a term", [Verdict("2022", 10), Review("2022-06", DecisionOutcome.Changed) with { Regime = Regime.Strict }], "10-0-0" },
        { "raised by a higher court", [Verdict("2022", 10), Review("2022-06", DecisionOutcome.Imposed) with { Penalty = Penalty.Imprisonment, Term = Term.Of(12) }], "12-0-0" },
        { "overturned", [Verdict("2022", 10), Review("2022-06", DecisionOutcome.Overturned)], "" },
        { "overturned and tried again", [Verdict("2022", 10), Review("2022-06", DecisionOutcome.Overturned), Verdict("2023", 7)], "7-0-0" },
        { "appeal known to the year", [Verdict("2022-03-15", 10), Review("2022", DecisionOutcome.Overturned)], "" },
        { "appeal without a date", [Verdict("2022-03-15", 10), Review(null, DecisionOutcome.Changed) with { Term = Term.Of(8) }], "8-0-0" },
        { "extended", [Verdict("2022", 10), Extension("2023-05", Term.Of(1, 6)), Extension("2024", Term.Of(0, 9))], "12-3-0" },
        { "extension overturned", [Verdict("2022", 10), Extension("2023-05", Term.Of(1)), Review("2023-09", DecisionOutcome.Overturned)], "10-0-0" },
        { "verdict changed after an extension, by name", [Verdict("2022", 10) with { SentenceId = First }, Extension("2023-05", Term.Of(1)), Review("2023-09", DecisionOutcome.Changed) with { Term = Term.Of(8), SupersedesSentenceId = First }], "9-0-0" },
        { "replaced", [Verdict("2022", 3) with { Penalty = Penalty.RestrictionOfLibertyAtHome }, Replacement("2022-10", Term.Of(1, 2))], "1-2-0" },
        { "two verdicts", [Verdict("2022", 5), Verdict("2023", 9)], "9-0-0 to 14-0-0" },
        { "a second verdict that includes the first", [Verdict("2022", 5) with { SentenceId = First }, Verdict("2023", 9) with { SupersedesSentenceId = First }], "9-0-0" },
        { "life", [Verdict("2022", 5) with { Penalty = Penalty.LifeImprisonment, Term = null }], "" },
        { "days beside months", [Verdict("2022", 1) with { Term = Term.Of(1, 11, 20) }, Extension("2023", Term.Of(0, 2, 15))], "2-1-35" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_Decisions_TheTotalIsThis(string what, Decision[] decisions, string expected)
    {
        var sentences = SentencesInForce.Of(decisions.Reverse());

        var total = sentences.Range is not { } range ? "" : range.Least == range.Most ? Written(range.Least) : $"{Written(range.Least)} to {Written(range.Most)}";
        Assert.Equal((what, expected), (what, total));
        Assert.Equal(expected.Contains("to", StringComparison.Ordinal) ? "" : expected, sentences.Total is { } one ? Written(one) : "");
    }

    [Fact]
    public void Of_Upheld_KeepsTheVerdictsRegimeAndPutsItIntoForce()
    {
        var standing = Assert.Single(SentencesInForce.Of([Verdict("2022-03-03", 10), Review("2022-06-01", DecisionOutcome.Upheld)]).Standing);

        Assert.Equal((Regime.General, PartialDate.Parse("2022-06-01")), (standing.Regime, standing.InForceOn));
    }

    private static string Written(Term term) => $"{term.Years}-{term.Months}-{term.Days}";

    private static Decision Verdict(string on, int years) => new()
    {
        SentenceId = Guid.NewGuid(),
        Penalty = Penalty.Imprisonment,
        Regime = Regime.General,
        Term = Term.Of(years),
        DecidedOn = PartialDate.Parse(on),
    };

    private static Decision Review(string? on, DecisionOutcome outcome) => new()
    {
        SentenceId = Guid.NewGuid(),
        Instance = Instance.Appeal,
        Outcome = outcome,
        DecidedOn = on is null ? null : PartialDate.Parse(on),
    };

    private static Decision Extension(string on, Term term) => new()
    {
        SentenceId = Guid.NewGuid(),
        Instance = Instance.Extension,
        Penalty = Penalty.Imprisonment,
        Term = term,
        DecidedOn = PartialDate.Parse(on),
    };

    private static Decision Replacement(string on, Term term) => Extension(on, term) with { Instance = Instance.Replacement, Regime = Regime.General };
}
