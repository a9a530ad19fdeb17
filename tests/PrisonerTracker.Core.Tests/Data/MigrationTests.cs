using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Data;

public sealed class MigrationTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task Model_AsWritten_HasItsMigrations()
    {
        await using var work = register.Work();

        Assert.False(work.Context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task MigrateAsync_AgainAndTwiceAtOnce_ChangesNothing()
    {
        var applied = await Task.WhenAll(
            DatabaseMigrator.MigrateAsync(register.Database.OwnerConnectionString), DatabaseMigrator.MigrateAsync(register.Database.OwnerConnectionString));

        Assert.All(applied, Assert.Empty);
        await using var work = register.Work();
        Assert.Equal(1, await work.Context.Prisoners.CountAsync());
    }

    [Fact]
    public async Task FillAsync_LoadThatFails_LeavesTheIndexesOfTheSearch()
    {
        var during = -1;

        await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseMigrator.FillAsync(register.Database.OwnerConnectionString, async () =>
        {
            during = await SearchIndexesAsync();
            throw new InvalidOperationException("broken off");
        }));

        Assert.Equal((0, 5), (during, await SearchIndexesAsync()));
    }

    [Fact]
    public async Task MigrateAsync_IndexesLeftAway_BringsThemBackAsTheModelHasThem()
    {
        var before = await DefinitionsAsync();
        await register.AsOwnerAsync("DROP INDEX ix_prisoners_search_text, ix_prisoners_name_lexemes, ix_prisoners_name_beginnings, ix_prisoners_search_document, ix_person_names_match_keys");

        await DatabaseMigrator.MigrateAsync(register.Database.OwnerConnectionString);

        Assert.Equal(before, await DefinitionsAsync());
    }

    private async Task<int> SearchIndexesAsync() => (await DefinitionsAsync()).Count;

    private async Task<List<string>> DefinitionsAsync()
    {
        await using var work = register.Work();
        return await work.Context.Database.SqlQuery<string>(
            $"SELECT indexdef AS \"Value\" FROM pg_indexes WHERE indexname LIKE 'ix_prisoners_search_%' OR indexname LIKE 'ix_prisoners_name_%' OR indexname = 'ix_person_names_match_keys' ORDER BY indexname").ToListAsync();
    }
}
