using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Tests.Data;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.History;

/// <summary>History is append-only, and what was altered all the same is found.</summary>
public sealed class HistoryTests(RegisterDatabases databases) : IAsyncLifetime
{
    private readonly Register _register = new(databases);

    public async ValueTask InitializeAsync()
    {
        await _register.InitializeAsync();
        await using var work = _register.Work();
        for (var i = 0; i < 3; i++)
            await work.PrisonerAsync(Valid.Prisoner($"Person {i}"));
    }

    public ValueTask DisposeAsync() => _register.DisposeAsync();

    [Theory]
    [InlineData("UPDATE changes SET reason = 'another'")]
    [InlineData("UPDATE changes SET reason = 'another' WHERE false")]
    [InlineData("DELETE FROM changes")]
    [InlineData("TRUNCATE changes")]
    public async Task Changes_Rewritten_IsRefusedToTheApplicationAndToTheOwner(string sql)
    {
        var application = await Assert.ThrowsAsync<PostgresException>(() => _register.AsApplicationAsync(sql));
        var owner = await Assert.ThrowsAsync<PostgresException>(() => _register.AsOwnerAsync(sql));

        Assert.Equal((PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.InsufficientPrivilege), (application.SqlState, owner.SqlState));
    }

    [Theory]
    [InlineData("ALTER TABLE changes DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE changes")]
    [InlineData("DELETE FROM prisoners")]
    [InlineData("DELETE FROM releases")]
    [InlineData("CREATE TABLE mine (id int)")]
    public async Task Schema_ChangedByTheApplication_IsRefused(string sql)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => _register.AsApplicationAsync(sql));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task VerifyAsync_AsWritten_IsGoodAndKnowsItsEarlierHeads()
    {
        await using var work = _register.Work();
        var earlier = await work.History.VerifyAsync();
        await work.PrisonerAsync(Valid.Prisoner("Later Person"));

        var verdict = await work.History.VerifyAsync(earlier.Head.ToUpperInvariant());

        Assert.Equal((null, true, earlier.Rows + 2), (verdict.BrokenAt, verdict.KnownHeadFound, verdict.Rows));
        Assert.NotEqual(earlier.Head, verdict.Head);
    }

    [Theory]
    [InlineData("UPDATE changes SET reason = 'another' WHERE number = 3", 3, "content")]
    [InlineData("UPDATE changes SET user_name = 'somebody.else@example.org' WHERE number = 3", 3, "content")]
    [InlineData("UPDATE changes SET after = '[]' WHERE number = 3", 3, "content")]
    [InlineData("UPDATE changes SET at = at + interval '1 microsecond' WHERE number = 3", 3, "content")]
    [InlineData("UPDATE changes SET subject_ids = '{}' WHERE number = 3", 3, "content")]
    [InlineData("UPDATE changes SET previous_hash = decode(repeat('ab', 32), 'hex') WHERE number = 3", 3, "follow")]
    [InlineData("DELETE FROM changes WHERE number = 3", 4, "missing")]
    [InlineData("DELETE FROM changes WHERE number = 1", 2, "missing")]
    public async Task VerifyAsync_OneRowTampered_NamesIt(string sql, long number, string problem)
    {
        await _register.AsSuperuserAsync(sql);
        await using var work = _register.Work();

        var verdict = await work.History.VerifyAsync();

        Assert.Equal(number, verdict.BrokenAt);
        Assert.Contains(problem, verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyAsync_UnknownHead_SaysThatItIsNotInTheChain()
    {
        await using var work = _register.Work();

        var verdict = await work.History.VerifyAsync(new string('a', 64));

        Assert.Equal((null, false), (verdict.BrokenAt, verdict.KnownHeadFound));
    }

    [Fact]
    public async Task VerifyAsync_LastRowsCutOff_FailsAgainstTheEarlierHead()
    {
        await using var work = _register.Work();
        var before = await work.History.VerifyAsync();
        await _register.AsSuperuserAsync("DELETE FROM changes WHERE number = (SELECT max(number) FROM changes)");

        var verdict = await work.History.VerifyAsync(before.Head);

        Assert.Equal((null, false), (verdict.BrokenAt, verdict.KnownHeadFound));
    }

    [Fact]
    public async Task VerifyAsync_WholeChainRecomputed_FailsOnlyAgainstTheEarlierHead()
    {
        await using var work = _register.Work();
        var before = await work.History.VerifyAsync();
        await _register.AsSuperuserAsync("UPDATE changes SET reason = 'another' WHERE number = 3");
        for (var number = 3; number <= before.Rows; number++)
        {
            var row = await work.Context.Changes.AsNoTracking().SingleAsync(c => c.Number == number);
            await _register.AsSuperuserAsync(
                $"UPDATE changes SET hash = decode('{Convert.ToHexString(row.ComputeHash())}', 'hex') WHERE number = {number};"
                + $"UPDATE changes SET previous_hash = (SELECT hash FROM changes WHERE number = {number}) WHERE number = {number + 1}");
        }

        var (alone, compared) = (await work.History.VerifyAsync(), await work.History.VerifyAsync(before.Head));

        Assert.Equal((null, before.Rows), (alone.BrokenAt, alone.Rows));
        Assert.False(compared.KnownHeadFound);
    }
}
