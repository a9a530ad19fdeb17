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
}
