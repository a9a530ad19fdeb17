using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using Xunit;

namespace PrisonerTracker.Core.Tests.Rosters;

public sealed class BridgeTests
{
    [Fact]
    public void Of_AnyPeople_StartPlusCameMinusWentIsTheEnd() =>
        Prop.ForAll(People.ListOf().ToArbitrary(), people =>
            new[] { Certainty.Certain, Certainty.Possible }.All(atLeast =>
            {
                var bridge = Of(people, atLeast);
                return bridge.Start + bridge.Came.Values.Sum() - bridge.Went.Values.Sum() == bridge.End
                    && bridge.KnownThen + bridge.EnteredLater - bridge.FreedLater == bridge.Start;
            })).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("free held undesignated designated", Movement.NewlyDesignated)]
    [InlineData("held held undesignated designated", Movement.NewlyDesignated)]
    [InlineData("free held designated designated", Movement.NewlyDetained)]
    [InlineData("free held designated designated before", Movement.DetainedAgain)]
    public void Of_SomebodyMore_SaysWhy(string person, Movement expected) =>
        Assert.Equal([expected], Of([Person(person)], Certainty.Certain).Came.Keys);

    [Theory]
    [InlineData("held free designated designated Pardon", Movement.Pardoned)]
    [InlineData("held free designated designated Exchange", Movement.Exchanged)]
    [InlineData("held free designated designated TermServed", Movement.TermServed)]
    [InlineData("held free designated designated Died", Movement.Died)]
    [InlineData("held free designated designated NotStated", Movement.ReleasedOtherwise)]
    [InlineData("held free designated undesignated Pardon", Movement.Pardoned)]
    [InlineData("held held designated undesignated", Movement.DesignationWithdrawn)]
    [InlineData("held free designated designated", Movement.NotHeld)]
    [InlineData("held free designated designated died", Movement.Died)]
    public void Of_SomebodyLess_SaysWhy(string person, Movement expected) =>
        Assert.Equal([expected], Of([Person(person)], Certainty.Certain).Went.Keys);

    private static Bridge Of(IReadOnlyCollection<Difference> people, Certainty atLeast) =>
        Bridge.Of(people.Select(p => (p.Sure, 1)), people.Where(p => p.Sure.HeldBefore != p.Sure.HeldAfter || p.Sure.DesignatedBefore != p.Sure.DesignatedAfter), atLeast, 3, 1);

    private static Difference Person(string line)
    {
        var words = line.Split(' ');
        Certainty Is(int word, string yes) => words[word] == yes ? Certainty.Certain : Certainty.No;
        return new Difference
        {
            Slug = "",
            Name = "",
            Sure = new Sureness(Is(0, "held"), Is(1, "held"), Is(2, "designated"), Is(3, "designated")),
            Ground = words.Length > 4 && Enum.TryParse<ReleaseGround>(words[4], out var ground) ? ground : null,
            HadBeenHeld = words.Contains("before"),
            HasDied = words.Contains("died"),
        };
    }

    private static readonly Gen<Difference> People =
        from sure in Gen.Elements(Enum.GetValues<Certainty>()).ArrayOf(4)
        from ground in Gen.Elements(Enum.GetValues<ReleaseGround>().Select(g => (ReleaseGround?)g).Append(null).ToArray())
        from before in Gen.Elements(true, false)
        from died in Gen.Elements(true, false)
        from detained in Gen.Elements(null, "2021", "2023-05")
        select new Difference
        {
            Slug = "",
            Name = "",
            Sure = new Sureness(sure[0], sure[1], sure[2], sure[3]),
            Ground = ground,
            ReleasedOn = ground is null ? null : PartialDate.Parse("2022-04-01"),
            DetainedOn = detained is null ? null : PartialDate.Parse(detained),
            HadBeenHeld = before,
            HasDied = died,
        };
}
