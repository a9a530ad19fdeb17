using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using Xunit;

namespace PrisonerTracker.Core.Tests.Solidarity;

public sealed class LetterRouteTests
{
    private static readonly WrittenAddress Cyrillic = Address("Турма № 1", "Cyrl", LetterPassage.Yes, "2024");
    private static readonly WrittenAddress Latin = Address("Turma № 1", "Latn", LetterPassage.Unknown, null);

    [Fact]
    public void Of_TwoScripts_TheCountrysOwnComesFirst()
    {
        var route = LetterRoute.Of([Latin, Cyrillic]);

        Assert.Equal([Cyrillic, Latin], route.Addresses);
        Assert.Equal((Cyrillic, Latin), (route.ForEnvelope(abroad: false), route.ForEnvelope(abroad: true)));
        Assert.True(route.IsOpen);
    }

    [Fact]
    public void ForEnvelope_NoLatinAddress_IsTheOneThereIs() =>
        Assert.Equal(Cyrillic, LetterRoute.Of([Cyrillic]).ForEnvelope(abroad: true));

    [Fact]
    public void Of_PassageKnownLater_IsFollowed()
    {
        var stopped = Address(null, null, LetterPassage.No, "2025-03");

        var route = LetterRoute.Of([stopped, Cyrillic]);

        Assert.Equal((stopped, false), (route.Passage, route.IsOpen));
        Assert.True(LetterRoute.Of([stopped with { KnownOn = PartialDate.Parse("2023") }, Cyrillic]).IsOpen);
    }

    [Fact]
    public void Of_Nothing_IsNoRoute() =>
        Assert.Equal((null, false), (LetterRoute.Of([]).Passage, LetterRoute.Of([]).IsOpen));

    private static WrittenAddress Address(string? lines, string? script, LetterPassage passage, string? knownOn) =>
        new(Guid.CreateVersion7(), lines, "be", script, passage, knownOn is null ? null : PartialDate.Parse(knownOn), LocalizedText.Empty);
}
