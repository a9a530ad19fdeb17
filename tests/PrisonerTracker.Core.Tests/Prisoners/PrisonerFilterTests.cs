using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Prisoners;

public sealed class PrisonerFilterTests(PrisonerFilterTests.FilledRegister register) : IClassFixture<PrisonerFilterTests.FilledRegister>
{
    /// <summary>Three people who differ in everything the filter looks at, beside the other person of every test register.</summary>
    public sealed class FilledRegister(RegisterDatabases databases) : IAsyncLifetime
    {
        public Register Register { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await Register.InitializeAsync();
            await using var work = Register.Work();

            Register.Clock.Advance(TimeSpan.FromMinutes(1));
            var anna = await work.PrisonerAsync(new PrisonerDetails
            {
                Names =
                [
                    new NameDetails { Full = "Hanna Žuk", Family = "Žuk", Given = "Hanna" },
                    new NameDetails { Full = "Ганна Жук", Language = "be" },
                ],
                Gender = Gender.Female,
            });
            var first = await work.Imprisonments.AddAsync(
                anna,
                Valid.Imprisonment("2020-09") with { Charges = [new ChargeDetails { Article = "357 part 1" }] },
                Valid.Submission());
            await work.Releases.RecordAsync(first.Subjects[1], 1, Valid.Release("2025-12-13"), Valid.Submission());

            Register.Clock.Advance(TimeSpan.FromMinutes(1));
            var boris = await work.PrisonerAsync(Valid.Prisoner("Barys Adamovich") with { Gender = Gender.Male });
            await work.Imprisonments.AddAsync(
                boris,
                Valid.Imprisonment("2023-05-20") with
                {
                    Country = "RU",
                    Charges = [new ChargeDetails { Article = "3571" }],
                    Sentences = [new SentenceDetails { Penalty = Penalty.Imprisonment, Term = Term.Of(5) }],
                },
                Valid.Submission());

            await work.Prisoners.AddAsync(Valid.Prisoner("Draft Person"), Valid.Submission());
        }

        public ValueTask DisposeAsync() => Register.DisposeAsync();
    }

    public static TheoryData<PrisonerFilter, string> Filters => new()
    {
        { new PrisonerFilter(), "Adamovich Other Žuk" },
        { new PrisonerFilter { Text = "жук" }, "Žuk" },
        { new PrisonerFilter { Text = "zuk hanna" }, "Žuk" },
        { new PrisonerFilter { Text = "Ганнa" }, "Žuk" }, // the last letter is a Latin a
        { new PrisonerFilter { Text = "100%" }, "" },
        { new PrisonerFilter { Custody = Standing.Held }, "Adamovich" },
        { new PrisonerFilter { Custody = [Custody.AtLiberty] }, "Žuk" },
        { new PrisonerFilter { Custody = [Custody.Unknown] }, "Other" },
        { new PrisonerFilter { Country = "RU" }, "Adamovich" },
        { new PrisonerFilter { Article = "357" }, "Žuk" },
        { new PrisonerFilter { Article = "357 part 1" }, "Žuk" },
        { new PrisonerFilter { Gender = Gender.Male }, "Adamovich" },
        { new PrisonerFilter { DetainedFrom = new DateOnly(2020, 9, 30), DetainedUntil = new DateOnly(2020, 9, 30) }, "Žuk" },
        { new PrisonerFilter { DetainedFrom = new DateOnly(2020, 10, 1) }, "Adamovich" },
        { new PrisonerFilter { ReleasedFrom = new DateOnly(2025, 12, 13), ReleasedUntil = new DateOnly(2025, 12, 13) }, "Žuk" },
        { new PrisonerFilter { ReleasedFrom = new DateOnly(2025, 12, 14) }, "" },
        { new PrisonerFilter { Sort = PrisonerSort.Detained }, "Adamovich Žuk Other" },
        { new PrisonerFilter { Sort = PrisonerSort.Released, Custody = [Custody.AtLiberty, Custody.Serving] }, "Žuk Adamovich" },
        { new PrisonerFilter { Sort = PrisonerSort.Updated }, "Adamovich Žuk Other" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Apply_PublishedPeople_FindsExactlyThese(PrisonerFilter filter, string expected)
    {
        await using var work = register.Register.Work();
        work.Context.ShowUnpublished = false;

        filter = await filter.SearchedAsync(work.Context);
        var found = await filter.Order(filter.Apply(work.Context.Prisoners)).Select(p => p.DisplayName).ToListAsync();

        Assert.Equal(expected, string.Join(' ', found.Select(n => n.Split(' ') is ["Other", _] ? "Other" : n.Split(' ')[^1])));
    }

    [Fact]
    public void Order_ByDetention_ReadsItsIndex()
    {
        using var context = register.Register.Work().Context;
        context.ShowUnpublished = false;
        var sql = new PrisonerFilter { Sort = PrisonerSort.Detained }.Order(context.Prisoners).Select(p => p.Slug).ToQueryString();

        Assert.Contains("ORDER BY p.standing_detained_on_earliest IS NULL, p.standing_detained_on_earliest DESC", sql, StringComparison.Ordinal);
    }
}
