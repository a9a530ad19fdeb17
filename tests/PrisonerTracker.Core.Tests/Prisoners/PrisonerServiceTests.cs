using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Prisoners;

public sealed class PrisonerServiceTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task AddAsync_SameKeyWithOtherContent_IsRefused()
    {
        await using var work = register.Work();
        var form = Valid.Submission() with { Fingerprint = [1] };
        await work.Prisoners.AddAsync(Valid.Prisoner("First Form"), form);

        await Assert.ThrowsAsync<SentBeforeException>(() => work.Prisoners.AddAsync(Valid.Prisoner("Second Form"), form with { Fingerprint = [2] }));

        Assert.False(await work.Context.Prisoners.AnyAsync(p => p.DisplayName == "Second Form"));
    }

    [Fact]
    public async Task AddAsync_NamesakeOfADraft_GetsAnAddressThatDoesNotCount()
    {
        await using var work = register.Work();
        await work.Prisoners.AddAsync(Valid.Prisoner("Same Name"), Valid.Submission());

        var second = (await work.Prisoners.AddAsync(Valid.Prisoner("Same Name"), Valid.Submission())).Subjects[0];

        var slug = await work.Context.Prisoners.Where(p => p.PrisonerId == second).Select(p => p.Slug).SingleAsync();
        Assert.Matches("^same-name-[a-z2-9]{6}$", slug);
    }

    [Fact]
    public async Task EditIdentityAsync_TwoNamesChangePlaces_IsSaved()
    {
        await using var work = register.Work();
        var id = await work.PrisonerAsync(Named(NameKind.Preferred, NameKind.Transliteration));

        await work.Prisoners.EditIdentityAsync(id, 1, Named(NameKind.Transliteration, NameKind.Preferred), Valid.Submission());
        await work.Prisoners.EditIdentityAsync(id, 2, Named(NameKind.Preferred, NameKind.Transliteration), Valid.Submission());

        Assert.Equal("Anna One", await work.Context.Prisoners.Where(p => p.PrisonerId == id).Select(p => p.DisplayName).SingleAsync());

        static PrisonerDetails Named(NameKind first, NameKind second) => new()
        {
            Names = [new NameDetails { Full = "Anna One", Kind = first }, new NameDetails { Full = "Anna Two", Kind = second }],
        };
    }

    [Fact]
    public async Task SetPublicationAsync_DraftWithSourceAndArticle_MakesThemPublicOnlyThen()
    {
        await using var work = register.Work();
        var source = await work.SourceAsync("A careful paper");
        var id = (await work.Prisoners.AddAsync(Valid.Prisoner("Hidden Person") with { Citations = [new CitationDetails(source)] }, Valid.Submission())).Subjects[0];
        await work.Imprisonments.AddAsync(id, Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "999-7" }] }, Valid.Submission());
        Assert.Equal((false, false), await PublicAsync());

        await work.Prisoners.SetPublicationAsync(id, Publication.Published, Valid.Submission());

        Assert.Equal((true, true), await PublicAsync());

        async Task<(bool, bool)> PublicAsync() => (
            await work.Context.Sources.Where(s => s.SourceId == source).Select(s => s.IsPublic).SingleAsync(),
            await work.Context.Articles.Where(a => a.Number == "999-7").Select(a => a.IsPublic).SingleAsync());
    }

    [Fact]
    public async Task ImprisonmentAddAsync_OlderOneThatEnded_StandsBesideTheOpenOne()
    {
        await using var work = register.Work();
        var (id, _) = await work.HeldAsync("Held Twice", Valid.Imprisonment("2021-07"));

        var added = await work.Imprisonments.AddAsync(id, Valid.Imprisonment("2011-08") with { Release = Valid.Release("2014-06") }, Valid.Submission());

        Assert.Equal(WriteOutcome.Written, added.Outcome);
        var standing = await work.Context.Prisoners.Where(p => p.PrisonerId == id).Select(p => p.Standing).SingleAsync();
        Assert.Equal(("2021-07", null), (standing.DetainedOn?.ToString(), standing.ReleasedOn?.ToString()));
    }

    [Fact]
    public async Task ImprisonmentAddAsync_SameNewArticleAtOnce_IsAddedToTheCatalogueOnce()
    {
        await using var work = register.Work();
        var people = new List<Guid>();
        for (var i = 0; i < 4; i++)
            people.Add(await work.PrisonerAsync(Valid.Prisoner($"Arrested Together {i}")));

        await Task.WhenAll(people.Select(async id =>
        {
            await using var editor = register.Work();
            await editor.Imprisonments.AddAsync(id, Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "405-1" }] }, Valid.Submission());
        }));

        Assert.Equal(1, await work.Context.Articles.CountAsync(a => a.Number == "405-1"));
    }
}
