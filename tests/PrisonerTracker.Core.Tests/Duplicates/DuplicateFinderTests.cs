using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Duplicates;

/// <summary>All people here are invented.</summary>
public sealed class DuplicateFinderTests(Register register) : IClassFixture<Register>
{
    [Theory]
    [InlineData("Vasil Prydumanka", "Василий Придуманко")]
    [InlineData("Марыя Выдуманская", "Maria Wydumanskaja")]
    [InlineData("Alaksandr Nibytau", "A. Nibytau")]
    public async Task CompareAsync_OneNameInTwoSpellings_IsAPairWithReasons(string one, string other)
    {
        await using var work = register.Work();
        var first = await work.PrisonerAsync(Valid.Prisoner(one));
        var second = (await work.Prisoners.AddAsync(Valid.Prisoner(other), Valid.Submission())).Subjects[0]; // a draft

        await work.CompareAllAsync();

        var pair = Assert.Single(await OpenAsync(work, first));
        Assert.Equal((first, second), (pair.FirstId, pair.SecondId));
        Assert.Equal((one, other), (pair.FirstSpelling, pair.SecondSpelling));
        Assert.True(pair.Score >= NameThresholds.Same);
        Assert.NotEmpty(pair.Reasons);
        Assert.False(await work.Context.Uncompared().AnyAsync());
    }

    [Fact]
    public async Task CompareAsync_ContradictedByBirthOrPatronymicOrInvention_IsNoPair()
    {
        await using var work = register.Work();
        var first = await work.PrisonerAsync(Valid.Prisoner("Пётр Иванович Неверов") with { BornOn = PartialDate.Parse("1970") });
        await work.PrisonerAsync(Valid.Prisoner("Piotr Neverov") with { BornOn = PartialDate.Parse("1982") });
        await work.PrisonerAsync(Valid.Prisoner("Пётр Сергеевич Неверов"));
        await work.PrisonerAsync(Valid.Prisoner("Пётр Неверов") with { IsFictional = true });
        await work.PrisonerAsync(Valid.Prisoner("Неверов"));

        await work.CompareAllAsync();

        Assert.Empty(await OpenAsync(work, first));
    }

    [Fact]
    public async Task CompareAsync_AnotherSpellingOfThePerson_IsCompared()
    {
        await using var work = register.Work();
        var first = await work.PrisonerAsync(new PrisonerDetails { Names = [new() { Full = "Nadzieja Zmyslonaja" }, new() { Full = "Oxana Former", Kind = NameKind.Former }] });
        var second = await work.PrisonerAsync(Valid.Prisoner("Аксана Former"));

        await work.CompareAllAsync();

        Assert.Equal("Oxana Former", Assert.Single(await OpenAsync(work, second)).FirstSpelling);
        Assert.Single(await OpenAsync(work, first));
    }

    [Fact]
    public async Task CompareAsync_ManyNamesakes_KeepsFiveOfAPerson()
    {
        await using var work = register.Work();
        for (var i = 0; i < 8; i++)
            await work.PrisonerAsync(Valid.Prisoner("Ihar Shmatlikau"));
        await work.CompareAllAsync();
        var last = await work.PrisonerAsync(Valid.Prisoner("Ihar Shmatlikau"));

        await work.CompareAllAsync();

        Assert.Equal(DuplicateFinder.MostPerPerson, (await OpenAsync(work, last)).Count);
    }

    [Fact]
    public async Task TellApartAsync_IsRememberedUntilANameOrTheBirthChanges()
    {
        await using var work = register.Work();
        var (first, second) = await PairAsync(work, "Ryhor Razliczny", "Григорий Различный");

        var told = await work.Distinct.TellApartAsync(second, first, Valid.Submission("Two men of different towns"));
        Assert.Equal(WriteOutcome.Written, told.Outcome);
        Assert.Equal(WriteOutcome.Unchanged, (await work.Distinct.TellApartAsync(first, second, Valid.Submission())).Outcome);
        Assert.Empty(await OpenAsync(work, first));

        await EditAsync(work, first, p => p with { Summary = LocalizedText.English("Nothing about the name") });
        Assert.Empty(await OpenAsync(work, first));

        await EditAsync(work, first, p => p with { BornOn = PartialDate.Parse("1975") });
        Assert.Single(await OpenAsync(work, first));
        var decided = await work.Context.DistinctPairs.AsNoTracking().SingleAsync(d => d.FirstId == first);
        Assert.Equal(("Two men of different towns", Valid.Editor.Name, second), (decided.Reason, decided.DecidedBy, decided.SecondId));

        await work.Distinct.TellApartAsync(first, second, Valid.Submission());
        Assert.Empty(await OpenAsync(work, first));
        await EditAsync(work, second, p => p with { Names = [.. p.Names, new() { Full = "Grigory Razlichny", Kind = NameKind.Transliteration }] });
        Assert.Single(await OpenAsync(work, first));
        await EditAsync(work, second, p => p with { Names = [p.Names[0]] });
        Assert.Empty(await OpenAsync(work, first));
    }

    [Fact]
    public async Task TellApartAsync_IsOneRowOfHistoryAndCanBeTakenBack()
    {
        await using var work = register.Work();
        var (first, second) = await PairAsync(work, "Stsiapan Paasobku", "Степан Поособку");
        var form = Valid.Submission("Born in different years, says the family");
        var before = await work.Context.Changes.CountAsync();

        await work.Distinct.TellApartAsync(first, second, form);
        Assert.Equal(WriteOutcome.AlreadyWritten, (await work.Distinct.TellApartAsync(first, second, form)).Outcome);
        await work.Distinct.TakeBackAsync(first, second, Valid.Submission());

        Assert.Single(await OpenAsync(work, first));
        Assert.False(await work.Context.DistinctPairs.AnyAsync(d => d.FirstId == first));
        var changes = await work.Context.Changes.AsNoTracking().OrderBy(c => c.Number).Skip(before).ToListAsync();
        Assert.Equal(["prisoner.told_apart", "prisoner.told_apart_taken_back"], changes.Select(c => c.Action));
        Assert.Contains("Stsiapan Paasobku", changes[0].After, StringComparison.Ordinal);
        Assert.DoesNotContain("LookAlikePair", changes[0].After, StringComparison.Ordinal);
        Assert.Equal([first, second], changes[0].SubjectIds);
        Assert.Null((await work.History.VerifyAsync(cancellationToken: TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task MergeAsync_OfAPair_TakesItAwayAndUndoingBringsItBack()
    {
        await using var work = register.Work();
        var (kept, absorbed) = await PairAsync(work, "Jauhen Zabudzka", "Евгений Забудько");
        var preview = await work.Merges.PreviewAsync(kept, absorbed);
        await work.Duplicates.CompareAsync(kept); // no change of what was checked

        var merged = await work.Merges.MergeAsync(new() { KeptId = kept, AbsorbedId = absorbed, State = preview.State, Taken = preview.Taken }, Valid.Submission());
        await work.CompareAllAsync();
        Assert.Empty(await OpenAsync(work, kept));
        await Assert.ThrowsAsync<RuleException>(() => work.Distinct.TellApartAsync(kept, absorbed, Valid.Submission()));

        await work.Merges.UndoAsync(merged.Subjects[2], Valid.Submission("Two women"));
        await work.CompareAllAsync();
        Assert.Single(await OpenAsync(work, kept));
    }

    [Fact]
    public async Task GenerateAsync_InventedPeople_CountAsCompared()
    {
        await using var work = register.Work();
        var writer = new RegisterWriter(work.Context, register.Clock);

        await new SyntheticRegister(work.Context, writer).GenerateAsync(20, 7, withCases: false);

        Assert.False(await work.Context.Uncompared().AnyAsync(p => p.IsFictional));
    }

    [Theory]
    [InlineData("look_alikes", "ck_look_alikes_order")]
    [InlineData("distinct_pairs", "ck_distinct_pairs_order")]
    public async Task Pairs_InTheOtherOrderOrTwice_AreRefused(string table, string order)
    {
        await using var work = register.Work();
        var (first, second) = (await work.PrisonerAsync(Valid.Prisoner("Pershy Radok")), await work.PrisonerAsync(Valid.Prisoner("Druhi Zusim")));
        string Row(Guid a, Guid b) => table == "look_alikes"
            ? $"INSERT INTO look_alikes (first_id, second_id, score, reasons, first_spelling, second_spelling, basis, found_at) VALUES ('{a}', '{b}', 1, ARRAY['x'], 'x', 'x', '', now())"
            : $"INSERT INTO distinct_pairs (distinct_pair_id, first_id, second_id, first_name, second_name, basis, decided_at, decided_by) VALUES (gen_random_uuid(), '{a}', '{b}', 'x', 'x', '', now(), 'x')";

        Assert.Equal(order, await RefusalAsync(work, Row(second, first)));
        Assert.Equal(order, await RefusalAsync(work, Row(first, first)));
        Assert.Null(await RefusalAsync(work, Row(first, second)));
        Assert.NotNull(await RefusalAsync(work, Row(first, second)));
    }

    private static async Task<string?> RefusalAsync(Work work, string sql)
    {
        try
        {
            await work.Context.Database.ExecuteSqlRawAsync(sql);
            return null;
        }
        catch (PostgresException refusal)
        {
            return refusal.ConstraintName;
        }
    }

    private static async Task<(Guid First, Guid Second)> PairAsync(Work work, string one, string other)
    {
        var pair = (await work.PrisonerAsync(Valid.Prisoner(one)), await work.PrisonerAsync(Valid.Prisoner(other)));
        await work.CompareAllAsync();
        Assert.Single(await OpenAsync(work, pair.Item1));
        return pair;
    }

    private static async Task EditAsync(Work work, Guid id, Func<PrisonerDetails, PrisonerDetails> change)
    {
        var person = await work.Context.Prisoners.AsNoTracking().Include(p => p.Names.OrderBy(n => n.Ordinal)).SingleAsync(p => p.PrisonerId == id);
        var details = new PrisonerDetails
        {
            Names = [.. person.Names.Select(n => new NameDetails { Full = n.Full, Language = n.Language, Kind = n.Kind })],
            BornOn = person.BornOn,
        };
        await work.Prisoners.EditIdentityAsync(id, person.Version, change(details), Valid.Submission());
        Assert.True(await work.Context.Uncompared().AnyAsync(p => p.PrisonerId == id));
        await work.CompareAllAsync();
    }

    private static Task<List<LookAlikePair>> OpenAsync(Work work, Guid person) =>
        work.Context.OpenPairs().AsNoTracking().Where(l => l.FirstId == person || l.SecondId == person).ToListAsync();
}
