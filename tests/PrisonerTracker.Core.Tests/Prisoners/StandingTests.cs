using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Prisoners;

/// <summary>Custody and legal stage follow from the recorded facts; every case of both.</summary>
public sealed class StandingTests
{
    private static readonly DateTime Now = Register.Now.UtcDateTime;

    public static TheoryData<string, Custody, LegalStage> Cases => new()
    {
        { "nothing", Custody.Unknown, LegalStage.Unknown },
        { "held", Custody.InCustody, LegalStage.Unknown },
        { "held charged", Custody.OnRemand, LegalStage.Charged },
        { "held dropped", Custody.OnRemand, LegalStage.Closed },
        { "held acquitted", Custody.OnRemand, LegalStage.Acquitted },
        { "held convicted", Custody.OnRemand, LegalStage.Convicted },
        { "held appealed", Custody.OnRemand, LegalStage.UnderAppeal },
        { "held sentenced appealed", Custody.Serving, LegalStage.UnderAppeal },
        { "held investigated", Custody.OnRemand, LegalStage.Investigated },
        { "held tried", Custody.OnRemand, LegalStage.OnTrial },
        { "held charged sentenced", Custody.Serving, LegalStage.Convicted },
        { "held charged overturned", Custody.OnRemand, LegalStage.Charged },
        { "held charged sentenced overturned", Custody.OnRemand, LegalStage.Charged },
        { "house", Custody.UnderRestrictions, LegalStage.Unknown },
        { "restricted sentenced", Custody.UnderRestrictions, LegalStage.Convicted },
        { "disappeared", Custody.ForciblyDisappeared, LegalStage.Unknown },
        { "absent sentenced", Custody.AtLiberty, LegalStage.Convicted },
        { "held sentenced freed:TermServed", Custody.AtLiberty, LegalStage.Convicted },
        { "held sentenced freed:Pardon", Custody.AtLiberty, LegalStage.Pardoned },
        { "held charged freed:Acquittal", Custody.AtLiberty, LegalStage.Acquitted },
        { "held charged freed:CaseClosed", Custody.AtLiberty, LegalStage.Closed },
        { "held sentenced freed:ReplacedPenalty", Custody.UnderRestrictions, LegalStage.Convicted },
        { "held charged freed:Died", Custody.DiedInCustody, LegalStage.Charged },
        { "held freed:NotStated undone", Custody.InCustody, LegalStage.Unknown },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_Facts_FollowsFromThemAlone(string facts, Custody custody, LegalStage stage)
    {
        var imprisonments = facts == "nothing" ? [] : new[] { Imprisonment(facts.Split(' ')) };

        var standing = Standing.Of(imprisonments, []);

        Assert.Equal((custody, stage), (standing.Custody, standing.LegalStage));
    }

    [Fact]
    public void Cases_Table_HoldsEveryCustodyAndEveryStage()
    {
        Assert.Equal(Enum.GetValues<Custody>(), Cases.Select(c => c.Data.Item2).Distinct().Order());
        Assert.Equal(Enum.GetValues<LegalStage>(), Cases.Select(c => c.Data.Item3).Distinct().Order());
    }

    [Fact]
    public void Of_SeveralImprisonments_SpeaksOfTheOpenOneWhateverTheDates()
    {
        var ended = Imprisonment(["held", "freed:Pardon"]);
        var open = Imprisonment(["disappeared"]);

        var standing = Standing.Of([ended, open], []);

        Assert.Equal((Custody.ForciblyDisappeared, null), (standing.Custody, standing.ReleasedOn));
    }

    [Fact]
    public void Of_TriedInAbsentiaAfterRelease_IsFreeAndConvicted()
    {
        var later = Core.Imprisonments.Imprisonment.Create(Guid.NewGuid(), Valid.Imprisonment(null) with { Kind = ImprisonmentKind.InAbsentia }, Now);
        later.Add(Sentence.Create(new SentenceDetails { DecidedOn = PartialDate.Parse("2025-12-20") }, null, null));

        var standing = Standing.Of([Imprisonment(["held", "freed:Pardon"]), later], []);

        Assert.Equal((Custody.AtLiberty, LegalStage.Convicted), (standing.Custody, standing.LegalStage));
    }

    [Fact]
    public void Of_DeathRecordedWhileHeld_IsDiedInCustody()
    {
        Assert.Equal(Custody.DiedInCustody, Standing.Of([Imprisonment(["held", "charged"])], [], hasDied: true).Custody);
        Assert.Equal(Custody.AtLiberty, Standing.Of([Imprisonment(["held", "freed:Pardon"])], [], hasDied: true).Custody);
    }

    private static Imprisonment Imprisonment(string[] facts)
    {
        var imprisonment = Core.Imprisonments.Imprisonment.Create(Guid.NewGuid(), Valid.Imprisonment(facts[0] == "absent" ? null : "2020") with { Kind = KindOf(facts[0]) }, Now);
        var article = Core.Law.Article.Create(Guid.NewGuid(), "130", LocalizedText.Empty);
        foreach (var fact in facts.Skip(1))
        {
            switch (fact.Split(':'))
            {
                case ["sentenced"]: imprisonment.Add(Sentence.Create(new SentenceDetails(), null, null)); break;
                case ["overturned"]: imprisonment.Add(Sentence.Create(new SentenceDetails { Outcome = DecisionOutcome.Overturned }, null, null)); break;
                case ["freed", var ground]: imprisonment.Release(Valid.Release() with { Ground = Enum.Parse<ReleaseGround>(ground) }, Now); break;
                case ["undone"]: imprisonment.UndoRelease(Valid.Undo(UndoKind.ReturnedToCustody), Now); break;
                default: imprisonment.Add(Charge.Create(new ChargeDetails { Article = "130", Steps = [new ChargeStepDetails(StatusOf(fact))] }, article)); break;
            }
        }

        return imprisonment;
    }

    private static ImprisonmentKind KindOf(string fact) => fact switch
    {
        "house" => ImprisonmentKind.HouseArrest,
        "restricted" => ImprisonmentKind.RestrictionOfLiberty,
        "disappeared" => ImprisonmentKind.ForcedDisappearance,
        "absent" => ImprisonmentKind.InAbsentia,
        _ => ImprisonmentKind.Custody,
    };

    private static ChargeStatus StatusOf(string fact) => fact switch
    {
        "dropped" => ChargeStatus.Dropped,
        "acquitted" => ChargeStatus.Acquitted,
        "convicted" => ChargeStatus.Convicted,
        "appealed" => ChargeStatus.UnderAppeal,
        "investigated" => ChargeStatus.Investigated,
        "tried" => ChargeStatus.OnTrial,
        _ => ChargeStatus.Laid,
    };
}
