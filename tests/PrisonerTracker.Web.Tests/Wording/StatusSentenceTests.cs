using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

public sealed class StatusSentenceTests
{
    [Theory]
    [InlineData(Custody.Unknown, null, null, "The register knows of no imprisonment yet.")]
    [InlineData(Custody.InCustody, null, null, "In custody.")]
    [InlineData(Custody.InCustody, "2023-05", null, "In custody since May 2023.")]
    [InlineData(Custody.OnRemand, "2023-05-20", null, "Held on remand since 20 May 2023.")]
    [InlineData(Custody.Serving, "2021", null, "Imprisoned since 2021, serving a sentence.")]
    [InlineData(Custody.UnderRestrictions, "2021", null, "Under restrictions since 2021.")]
    [InlineData(Custody.ForciblyDisappeared, "1999-09-16", null, "Forcibly disappeared since 16 September 1999.")]
    [InlineData(Custody.AtLiberty, null, null, "At liberty.")]
    [InlineData(Custody.AtLiberty, "2020-09-07", "2025-12-13", "Released on 13 December 2025 after 5 years and 3 months.")]
    [InlineData(Custody.AtLiberty, null, "2025-12", "Released in December 2025.")]
    [InlineData(Custody.DiedInCustody, "2021-01-01", "2024-02-16", "Died in custody on 16 February 2024 after 3 years and 1 month.")]
    [InlineData(Custody.DiedInCustody, null, null, "Died in custody.")]
    public void Of_Standing_IsOneSentence(Custody custody, string? detained, string? released, string expected)
    {
        Assert.Equal(expected, StatusSentence.Of(new StatusFacts { Standing = Standing(custody, detained, released) }));
    }

    [Theory]
    [InlineData(ReleaseGround.Pardon, "Pardoned and released on 13 December 2025.")]
    [InlineData(ReleaseGround.Amnesty, "Released under an amnesty on 13 December 2025.")]
    [InlineData(ReleaseGround.Exchange, "Released in an exchange on 13 December 2025.")]
    [InlineData(ReleaseGround.Acquittal, "Acquitted and released on 13 December 2025.")]
    [InlineData(ReleaseGround.TermServed, "Released at the end of the term on 13 December 2025.")]
    [InlineData(ReleaseGround.Escaped, "Escaped on 13 December 2025.")]
    [InlineData(ReleaseGround.NotStated, "Released on 13 December 2025.")]
    public void Of_Ground_SaysHow(ReleaseGround ground, string expected)
    {
        Assert.Equal(expected, StatusSentence.Of(new StatusFacts { Standing = Standing(Custody.AtLiberty, null, "2025-12-13"), Ground = ground }));
    }

    [Theory]
    [InlineData("UA", true, "; forced out of the country, to Ukraine.")]
    [InlineData("UA", false, "; taken to Ukraine.")]
    [InlineData("UA", null, "; taken to Ukraine.")]
    [InlineData(null, true, "; forced out of the country.")]
    [InlineData(null, null, "2025.")]
    public void Of_Destination_SaysWhere(string? destination, bool? forcedOut, string ending)
    {
        var facts = new StatusFacts { Standing = Standing(Custody.AtLiberty, null, "2025-12-13"), DestinationCountry = destination, ForcedOut = forcedOut };

        Assert.EndsWith(ending, StatusSentence.Of(facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MilderPenalty_IsNotFree()
    {
        var facts = new StatusFacts { Standing = Standing(Custody.UnderRestrictions, null, "2025-12-13"), Ground = ReleaseGround.ReplacedPenalty };

        Assert.Equal("Moved to a milder penalty on 13 December 2025; under restrictions since.", StatusSentence.Of(facts));
    }

    [Fact]
    public void Of_ReturnedToPrison_SaysThatTheReleaseDidNotLast()
    {
        var facts = new StatusFacts { Standing = Standing(Custody.Serving, "2010-12-19", null), Returned = (PartialDate.Parse("2025-09-11"), null) };

        Assert.Equal(
            "Imprisoned since 19 December 2010, serving a sentence; was to be freed on 11 September 2025 and returned to prison.", StatusSentence.Of(facts));
    }

    [Fact]
    public void Of_TakenBackLater_TellsBothDays()
    {
        var facts = new StatusFacts
        {
            Standing = Standing(Custody.OnRemand, "2023-05", null),
            Returned = (PartialDate.Parse("2026-02-03"), PartialDate.Parse("2026-02-05")),
        };

        Assert.Equal("Held on remand since May 2023; was freed on 3 February 2026 and taken back on 5 February 2026.", StatusSentence.Of(facts));
    }

    public static TheoryData<StatusFacts, string> Combinations => new()
    {
        { Held(Custody.Serving) with { Penalty = Penalty.LifeImprisonment }, "Imprisoned since 14 July 2021, sentenced for life." },
        { Held(Custody.Serving) with { Penalty = Penalty.Death }, "Imprisoned since 14 July 2021, sentenced to death." },
        { Held(Custody.Serving) with { Penalty = Penalty.Imprisonment, Kind = ImprisonmentKind.RestrictionOfLiberty }, "Imprisoned, serving a sentence in place of restricted liberty that began on 14 July 2021." },
        { Held(Custody.Serving) with { Penalty = Penalty.Imprisonment, Kind = ImprisonmentKind.RestrictionOfLiberty, ReplacedOn = PartialDate.Parse("2022-03") }, "Imprisoned since March 2022, serving a sentence in place of restricted liberty that began on 14 July 2021." },
        { Held(Custody.Serving) with { Penalty = Penalty.Imprisonment, Earlier = 1 }, "Imprisoned since 14 July 2021, serving a sentence; imprisoned once before." },
        { Held(Custody.OnRemand) with { Earlier = 2 }, "Held on remand since 14 July 2021; imprisoned 2 times before." },
        { Held(Custody.UnderRestrictions) with { Kind = ImprisonmentKind.HouseArrest }, "Under house arrest since 14 July 2021." },
        { Held(Custody.UnderRestrictions) with { Penalty = Penalty.RestrictionOfLibertyAtHome }, "Under restrictions since 14 July 2021, serving restricted liberty at home." },
        { Held(Custody.UnderRestrictions) with { Penalty = Penalty.RestrictionOfLibertyInFacility }, "Under restrictions since 14 July 2021, serving restricted liberty in an open-type facility." },
        { Held(Custody.DiedInCustody) with { DiedOn = PartialDate.Parse("2024-02-16") }, "Died in custody on 16 February 2024 after 2 years and 7 months." },
        { Freed() with { DiedOn = PartialDate.Parse("2026-01") }, "Released on 13 December 2025 after 4 years and 4 months; died in January 2026." },
        { Freed() with { SentencedInAbsentia = true }, "Released on 13 December 2025 after 4 years and 4 months; also sentenced in absentia." },
        { new StatusFacts { Standing = Standing(Custody.AtLiberty, null, null), OnlyInAbsentia = true, SentencedInAbsentia = true }, "Sentenced in absentia and never held." },
        { new StatusFacts { Standing = Standing(Custody.Unknown, null, null), DiedOn = PartialDate.Parse("2020") }, "The register knows of no imprisonment yet; died in 2020." },
    };

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Of_Combination_IsOneTrueSentence(StatusFacts facts, string expected) => Assert.Equal(expected, StatusSentence.Of(facts));

    private static StatusFacts Held(Custody custody) => new() { Standing = Standing(custody, "2021-07-14", null) };

    private static StatusFacts Freed() => new() { Standing = Standing(Custody.AtLiberty, "2021-07-14", "2025-12-13") };

    [Fact]
    public void Of_OnlyTriedInAbsentia_WasNeverHeld()
    {
        Assert.Equal(
            "Tried in absentia and never held.",
            StatusSentence.Of(new StatusFacts { Standing = Standing(Custody.AtLiberty, null, null), OnlyInAbsentia = true }));
    }

    // Standing is never typed in, and a test is no exception but here, where only the words matter.
    private static Standing Standing(Custody custody, string? detained, string? released)
    {
        var standing = new Standing();
        Set(nameof(standing.Custody), custody);
        Set(nameof(standing.DetainedOn), detained is null ? null : PartialDate.Parse(detained));
        Set(nameof(standing.ReleasedOn), released is null ? null : PartialDate.Parse(released));
        return standing;

        void Set(string property, object? value) => typeof(Standing).GetProperty(property)!.SetValue(standing, value);
    }
}
