using Npgsql;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Data;

/// <summary>What the database refuses by itself, whoever writes and by whichever way.</summary>
public sealed class ConstraintTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task Imprisonments_OverlappingDays_AreRefused()
    {
        var (person, _) = await EndedAsync("Overlap", "2020-01-01", "2022-06-30");

        Assert.Equal("ex_imprisonments_overlap", await RefusalAsync(Imprisonment(person, "2021-05-01", "2021-05-31", "2021-06-01", "2021-06-01")));
        Assert.Null(await RefusalAsync(Imprisonment(person, "2022-06-30", "2022-06-30", "2022-07-01", "2022-07-01")));
    }

    [Fact]
    public async Task Imprisonments_ThatMayHaveFollowedEachOther_AreKept()
    {
        var (person, _) = await EndedAsync("Benefit Of The Doubt", "2020", "2022");

        Assert.Null(await RefusalAsync(Imprisonment(person, "2022-01-01", "2022-12-31", "2023-01-01", "2023-12-31")));
    }

    [Fact]
    public async Task Imprisonments_TwoOpen_AreRefused()
    {
        await using var work = register.Work();
        var (person, _) = await work.HeldAsync("Open Twice", Valid.Imprisonment(null));

        Assert.Equal("ix_imprisonments_open", await RefusalAsync(Imprisonment(person)));
    }

    [Fact]
    public async Task Imprisonments_InAbsentiaWithADetention_AreRefused()
    {
        await using var work = register.Work();
        var person = await work.PrisonerAsync(Valid.Prisoner("Absent"));

        Assert.Equal(
            "ck_imprisonments_in_absentia",
            await RefusalAsync(Imprisonment(person, "2022-01-01", "2022-01-01").Replace("'custody'", "'in_absentia'", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2023-05-20", "2023-05-19", "2023-05-19", false)]
    [InlineData("2023-05", "2023-04-01", "2023-04-30", false)]
    [InlineData("2023-05", "2023-05-03", "2023-05-03", true)]
    [InlineData("2023", "2023-01-01", "2023-12-31", true)]
    public async Task Releases_BeforeTheDetention_AreRefusedByThePossibleDays(string detained, string earliest, string latest, bool kept)
    {
        await using var work = register.Work();
        var (_, imprisonment) = await work.HeldAsync("Raw Release", Valid.Imprisonment(detained));

        Assert.Equal(kept ? null : "ck_imprisonments_ends_after_detention", await RefusalAsync(Release(imprisonment, earliest, latest)));
    }

    [Fact]
    public async Task Releases_TwoCurrent_AreRefused()
    {
        var (_, imprisonment) = await EndedAsync("Released Twice", "2020", "2022-06-30");

        Assert.Equal("ix_releases_current", await RefusalAsync(Release(imprisonment, "2022-07-01", "2022-07-01")));
    }

    [Fact]
    public async Task Releases_UndoneWithoutAReason_AreRefused()
    {
        var (_, imprisonment) = await EndedAsync("Undone Silently", "2020", "2022-06-30");

        Assert.Equal("ck_releases_undone", await RefusalAsync($"UPDATE releases SET undone_at = now() WHERE imprisonment_id = '{imprisonment}'"));
    }

    [Theory]
    [InlineData("2021-02-01", "2021-03-31")]
    [InlineData("2021-02-02", "2021-03-01")]
    [InlineData("2021-02-02", "2021-02-01")]
    [InlineData("2021-07-01", "2022-06-30")]
    [InlineData("2021-01-01", null)]
    public async Task PartialDates_NeitherDayMonthNorYear_AreRefused(string earliest, string? latest)
    {
        await using var work = register.Work();
        var person = await work.PrisonerAsync(Valid.Prisoner("Odd Date"));

        Assert.NotNull(await RefusalAsync(
            $"UPDATE prisoners SET born_on_earliest = '{earliest}', born_on_latest = {(latest is null ? "NULL" : $"'{latest}'")}, born_on_is_approximate = false WHERE prisoner_id = '{person}'"));
    }

    [Theory]
    [InlineData("2020-02-29", "2020-02-29")]
    [InlineData("2020-02-01", "2020-02-29")]
    [InlineData("2020-01-01", "2020-12-31")]
    public async Task PartialDates_DayMonthOrYear_AreKept(string earliest, string latest)
    {
        await using var work = register.Work();
        var person = await work.PrisonerAsync(Valid.Prisoner("Even Date"));

        Assert.Null(await RefusalAsync(
            $"UPDATE prisoners SET born_on_earliest = '{earliest}', born_on_latest = '{latest}', born_on_is_approximate = false WHERE prisoner_id = '{person}'"));
    }

    [Fact]
    public async Task Citations_WithoutASourceOrWithTwoFactsOrWithNone_AreRefused()
    {
        await using var work = register.Work();
        var (person, imprisonment) = await work.HeldAsync("Cited");
        var source = await work.SourceAsync();
        string Citation(Guid sourceId, string columns, string values) =>
            $"INSERT INTO citations (citation_id, source_id{columns}) VALUES (gen_random_uuid(), '{sourceId}'{values})";

        Assert.Null(await RefusalAsync(Citation(source, ", prisoner_id", $", '{person}'")));
        Assert.Equal("ck_citations_one_fact", await RefusalAsync(Citation(source, ", prisoner_id, imprisonment_id", $", '{person}', '{imprisonment}'")));
        Assert.Equal("ck_citations_one_fact", await RefusalAsync(Citation(source, "", "")));
        Assert.Contains("source_id", await RefusalAsync(Citation(Guid.NewGuid(), ", prisoner_id", $", '{person}'")), StringComparison.Ordinal);
        Assert.Contains("source_id", await RefusalAsync($"INSERT INTO citations (citation_id, prisoner_id) VALUES (gen_random_uuid(), '{person}')"), StringComparison.Ordinal);
        Assert.NotNull(await RefusalAsync($"DELETE FROM sources WHERE source_id = '{source}'"));
    }

    [Fact]
    public async Task FormerSlugs_GivenToSomebodyElse_AreRefused()
    {
        await using var work = register.Work();
        var moved = await work.PrisonerAsync(Valid.Prisoner("Moved Away"));
        await work.Prisoners.MoveAsync(moved, "moved-elsewhere", Valid.Submission());
        var other = await work.PrisonerAsync(Valid.Prisoner("Wants The Name"));

        Assert.Equal("ix_prisoners_slug", await RefusalAsync($"UPDATE prisoners SET slug = 'moved-away' WHERE prisoner_id = '{other}'"));
        Assert.Null(await RefusalAsync($"UPDATE prisoners SET slug = 'moved-away' WHERE prisoner_id = '{moved}'"));
    }

    [Fact]
    public async Task Names_TwoPreferredOfOneLanguage_AreRefused()
    {
        await using var work = register.Work();
        var person = await work.PrisonerAsync(Valid.Prisoner("Preferred Once"));

        Assert.Equal("ex_person_names_preferred", await RefusalAsync(
            $"INSERT INTO person_names SELECT (jsonb_populate_record(n, jsonb_build_object('person_name_id', gen_random_uuid()))).* FROM person_names AS n WHERE prisoner_id = '{person}'"));
    }

    private async Task<(Guid PrisonerId, Guid ImprisonmentId)> EndedAsync(string name, string detained, string released)
    {
        await using var work = register.Work();
        var held = await work.HeldAsync(name, Valid.Imprisonment(detained));
        await work.Releases.RecordAsync(held.ImprisonmentId, 1, Valid.Release(released), Valid.Submission());
        return held;
    }

    // The name of what refused it, the owner's statement past every check of the application; null when nothing did.
    private async Task<string?> RefusalAsync(string sql)
    {
        try
        {
            await register.AsOwnerAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            return e.ConstraintName ?? e.ColumnName ?? e.MessageText;
        }
    }

    private static string Imprisonment(Guid person, string? from = null, string? fromLatest = null, string? until = null, string? untilLatest = null)
    {
        return $$"""
            INSERT INTO imprisonments (imprisonment_id, prisoner_id, kind, country, detention_place, circumstances, version,
                detained_on_earliest, detained_on_latest, detained_on_is_approximate, ended_on_earliest, ended_on_latest, ended_on_is_approximate)
            VALUES (gen_random_uuid(), '{{person}}', 'custody', 'BY', '{}', '{}', 1, {{Date(from)}}, {{Date(fromLatest)}}, {{Flag(from)}},
                {{Date(until)}}, {{Date(untilLatest)}}, {{Flag(until)}})
            """;

        static string Date(string? date) => date is null ? "NULL" : $"'{date}'";
        static string Flag(string? date) => date is null ? "NULL" : "false";
    }

    private static string Release(Guid imprisonment, string earliest, string latest) =>
        $$"""
        INSERT INTO releases (release_id, imprisonment_id, released_on_earliest, released_on_latest, released_on_is_approximate, ground, conditions, note, recorded_at)
        VALUES (gen_random_uuid(), '{{imprisonment}}', '{{earliest}}', '{{latest}}', false, 'not_stated', '{}', '{}', now())
        """;
}
