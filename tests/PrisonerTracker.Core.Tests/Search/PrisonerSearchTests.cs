using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Search;

public sealed class PrisonerSearchTests(PrisonerSearchTests.FilledRegister register) : IClassFixture<PrisonerSearchTests.FilledRegister>
{
    /// <summary>Namesakes, look-alikes and people in other scripts; the first letter of each is what the tests call them.</summary>
    public sealed class FilledRegister(RegisterDatabases databases) : IAsyncLifetime
    {
        public Register Register { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await Register.InitializeAsync();
            await using var work = Register.Work();
            await AddAsync("a", ("Maria Kalesnikava", "en", NameKind.Preferred), ("Марыя Калеснікава", "be", NameKind.Preferred), ("Мария Колесникова", "ru", NameKind.Preferred));
            await AddAsync("b", ("Вольга Калеснікава", "be", NameKind.Preferred));
            await AddAsync("c", ("Hanna Novik", "en", NameKind.Preferred), ("Марыя Калеснікава", "be", NameKind.Pseudonym));
            await AddAsync("d", ("Anna Kalesnik", "en", NameKind.Preferred));
            await AddAsync("e", ("Juryj Dzmitryjevič Žaŭniarovič", "en", NameKind.Preferred));
            await AddAsync("f", ("刘晓波", "zh", NameKind.Preferred), ("Liu Xiaobo", "en", NameKind.Preferred));
            await AddAsync("g", ("محمد رضا حسینی", "fa", NameKind.Preferred));
            var painter = await work.PrisonerAsync(Valid.Prisoner("Piotr Stankievich") with
            {
                Occupation = LocalizedText.English("painter"),
                Summary = LocalizedText.English("Slug h. He wrote letters about the potash mines."),
            });
            await work.Imprisonments.AddAsync(
                painter,
                Valid.Imprisonment() with
                {
                    Charges = [new ChargeDetails { Article = "361-1" }],
                    Placements = [new PlacementDetails { Facility = LocalizedText.English("Colony 17 in Shklou") }],
                },
                Valid.Submission());
            await work.Prisoners.AddAsync(Valid.Prisoner("Maria Kalesnikava Draft"), Valid.Submission());

            Task AddAsync(string slug, params (string Full, string Language, NameKind Kind)[] names) => work.PrisonerAsync(new PrisonerDetails
            {
                Names = [.. names.Select(n => new NameDetails { Full = n.Full, Language = n.Language, Kind = n.Kind })],
                Summary = LocalizedText.English("Slug " + slug),
            });
        }

        public ValueTask DisposeAsync() => Register.DisposeAsync();
    }

    // Exactly as typed before other spellings, those before what merely begins alike or looks alike; a preferred name before an alias.
    [Theory]
    [InlineData("Марыя Калеснікава", "a Exact, c Exact alias")]
    [InlineData("калеснікава марыя", "a Exact, c Exact alias")]
    [InlineData("Калеснiкава Мaрыя", "a Exact, c Exact alias")] // with a Latin i and a Latin a
    [InlineData("Marija Kolesnikowa", "a Variant, c Variant alias")]
    [InlineData("Kalesnikava", "a Exact, b Variant, c Variant alias")]
    [InlineData("Kalesnik", "d Exact, a Beginning, b BeginningOfVariant, c BeginningOfVariant alias")]
    [InlineData("Колесн", "a Beginning, d BeginningOfVariant, b BeginningOfVariant, c BeginningOfVariant alias")]
    [InlineData("Калеснікава М.", "a Beginning, c Beginning alias")]
    [InlineData("Kolesnikova O.", "b LookAlike")]
    [InlineData("Maria Kalesnikva", "a LookAlike, c LookAlike alias")]
    [InlineData("lesnika", "a Within")]
    [InlineData("Юрий Жавнерович", "e Variant")]
    [InlineData("Жаўняровіч Юрый Дзмітрыевіч", "e Variant")]
    [InlineData("Лю Сяобо", "f Variant")]
    [InlineData("Mohammad Reza Hosseini", "g Variant")]
    [InlineData("Мохаммад Реза Хосейни", "g Variant")]
    [InlineData("painter", "h Words")]
    [InlineData("painters", "h Words")]
    [InlineData("potash mine", "h Words")]
    [InlineData("361-1", "h Words")]
    [InlineData("Art. 361-1", "h Words")]
    [InlineData("ст. 361-1", "h Words")]
    [InlineData("Shklou", "h Words")]
    [InlineData("Zzyzx", "")]
    [InlineData("900%_\\", "")]
    public async Task FindAsync_Text_FindsTheseInThisOrder(string text, string expected)
    {
        await using var work = register.Register.Work();
        work.Context.ShowUnpublished = false;

        var found = await PrisonerSearch.FindAsync(work.Context, work.Context.Prisoners, text, TestContext.Current.CancellationToken);

        Assert.False(found.IsBroad);
        Assert.False(found.IsCutOff);
        var slugs = await work.Context.Prisoners.ToDictionaryAsync(p => p.PrisonerId, p => p.Summary.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(", ", found.Hits.Select(h => $"{slugs[h.PrisonerId].Split(' ')[1][0]} {h.Tier}{(h.IsAlias ? " alias" : "")}")));
    }

    [Theory]
    [InlineData("Мар", "a c")]
    [InlineData("Калес", "a b c d")]
    [InlineData("Žaŭ", "e")]
    [InlineData("Жавн", "e")]
    [InlineData("Marija Kolesnikowa", "a c")]
    public async Task SuggestAsync_WhileTyping_OffersThese(string text, string expected)
    {
        await using var work = register.Register.Work();
        work.Context.ShowUnpublished = false;

        var found = await PrisonerSearch.SuggestAsync(work.Context, work.Context.Prisoners, text, TestContext.Current.CancellationToken);

        var slugs = await work.Context.Prisoners.ToDictionaryAsync(p => p.PrisonerId, p => p.Summary.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(expected, string.Join(' ', found.Hits.Select(h => slugs[h.PrisonerId].Split(' ')[1][0])));
    }

    [Fact]
    public async Task FindAsync_AmongSome_LooksAtNobodyElse()
    {
        await using var work = register.Register.Work();

        var found = await PrisonerSearch.FindAsync(
            work.Context, work.Context.Prisoners.Where(p => p.Standing.Custody == Custody.OnRemand), "Калеснікава", TestContext.Current.CancellationToken);

        Assert.Empty(found.Hits);
    }

    // Ranked are 200 at most; whoever bears exactly the name is listed whatever their number, and narrowed by what else was chosen.
    [Fact]
    public async Task FindAsync_MoreOfOneNameThanAreRanked_ListsThemAll()
    {
        await using var work = register.Register.Work();
        for (var i = 0; i < 201; i++)
            await work.PrisonerAsync(Valid.Prisoner($"Zachar Mnoh {i}"));
        work.Context.ShowUnpublished = false;

        var filter = await new PrisonerFilter { Text = "mnoh" }.SearchedAsync(work.Context, TestContext.Current.CancellationToken);
        var women = await new PrisonerFilter { Text = "mnoh zachar", Gender = Gender.Female }.SearchedAsync(work.Context, TestContext.Current.CancellationToken);

        Assert.True(filter.Found!.IsBroad);
        var all = filter.Apply(work.Context.Prisoners);
        Assert.Equal(201, await all.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Zachar Mnoh 0", (await filter.Order(all).Take(1).SingleAsync(TestContext.Current.CancellationToken)).DisplayName);
        Assert.Equal(await all.CountAsync(p => p.Gender == Gender.Female, TestContext.Current.CancellationToken), await women.Apply(work.Context.Prisoners).CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MatchAsync_AgainstTheRegister_DecidesAsInMemory()
    {
        await using var work = register.Register.Work();
        work.Context.ShowUnpublished = false;
        var matcher = new RegisterMatcher(new RegisterCandidates(work.Context));

        var jury = await matcher.MatchAsync(NameParser.Parse("Жавнеровича Юрия"), cancellationToken: TestContext.Current.CancellationToken);
        var two = await matcher.MatchAsync(NameParser.Parse("Мария Колесникова"), cancellationToken: TestContext.Current.CancellationToken);
        var nobody = await matcher.MatchAsync(NameParser.Parse("Сцяпан Латыпаў"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(RegisterDecision.Match, jury.Decision);
        Assert.Equal((RegisterDecision.Unsure, 2), (two.Decision, two.Candidates.Count)); // the pseudonym of one is the name of the other
        Assert.Equal(RegisterDecision.None, nobody.Decision);
    }
}
