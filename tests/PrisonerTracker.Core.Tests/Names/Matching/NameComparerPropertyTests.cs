using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Tests.Names.Matching.Generated;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>What holds for every name.</summary>
public class NameComparerPropertyTests
{
    private static readonly Config Settings = Config.QuickThrowOnFailure.WithMaxTest(400);

    private static readonly Arbitrary<Person> People = Gen.Choose(0, int.MaxValue).Select(seed => GeneratedPairs.NewPerson(new System.Random(seed))).ToArbitrary();

    [Fact]
    public void Compare_NameAndEveryTransliterationOfIt_IsSame() => Prop.ForAll(People, person =>
        Romanization.Belarusian.All(scheme => IsSame(person.Be, scheme.Write(person.Be)))
        && Romanization.Russian.All(scheme => IsSame(person.Ru, scheme.Write(person.Ru)))
        && IsSame(person.Be, person.Ru)).Check(Settings);

    [Fact]
    public void Compare_TwoTransliterationsByDifferentSchemes_IsSame() => Prop.ForAll(People, Gen.Choose(0, 7).ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (person, be, ru) =>
        IsSame(Romanization.Belarusian[be].Write(person.Be), Romanization.Russian[ru].Write(person.Ru))).Check(Settings.WithMaxTest(1500));

    [Fact]
    public void Compare_NameWithItself_IsOne() => Prop.ForAll(People, person =>
        NameComparer.Compare(person.FullRu, person.FullRu).Score >= 0.999 && NameComparer.Compare(person.Be, person.Be).Score >= 0.999).Check(Settings);

    [Fact]
    public void Compare_ArgumentsExchanged_GivesTheSameScore() => Prop.ForAll(People, People, (a, b) =>
        Symmetric(a.Ru, b.Be) && Symmetric(a.FullRu, b.Ru) && Symmetric(a.Be, Romanization.Russian[0].Write(a.FullRu))).Check(Settings);

    [Fact]
    public void Compare_PartsInAnotherOrder_GivesTheSameScore() => Prop.ForAll(People, People, (a, b) =>
    {
        var turned = string.Join(' ', a.Ru.Split(' ').Reverse());
        return Near(NameComparer.Compare(a.Ru, b.Be).Score, NameComparer.Compare(turned, b.Be).Score) && IsSame(turned, a.Be);
    }).Check(Settings);

    [Fact]
    public void Compare_OtherFather_IsNeverSame() => Prop.ForAll(People, People, (a, b) =>
        a.Father.Ru == b.Father.Ru || !IsSame(a.FullRu, (a with { Father = b.Father }).FullBe)).Check(Settings);

    [Fact]
    public void Compare_OtherBirth_OnlyTakesAway() => Prop.ForAll(People, Gen.Choose(1930, 2005).ToArbitrary(), Gen.Choose(1930, 2005).ToArbitrary(), (person, one, other) =>
    {
        var (a, b) = (NameParser.Parse(person.Ru), NameParser.Parse(person.Be));
        var plain = NameComparer.Compare(a, b).Score;
        var born = NameComparer.Compare(a, b, BirthHint.InYear(one), BirthHint.InYear(other));
        return one == other ? Near(plain, born.Score) : born.Decision == MatchDecision.Different;
    }).Check(Settings);

    private static bool IsSame(string a, string b) => NameComparer.Compare(a, b).Decision == MatchDecision.Same;

    private static bool Symmetric(string a, string b) => Near(NameComparer.Compare(a, b).Score, NameComparer.Compare(b, a).Score);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
}
