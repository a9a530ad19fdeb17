using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Tests.Names.Matching;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Desk;

/// <summary>All people here are invented.</summary>
public sealed class ReleaseListServiceTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task DecideAsync_TwoEditorsOnOtherLines_DoNotCollide()
    {
        await using var first = register.Work();
        await using var second = register.Work();
        var list = await first.ListAsync(await first.EventAsync(), "Niama Takoha", "Niama Takoje");
        var lines = (await first.ReadAsync(list)).Lines;

        await first.Lists.DecideAsync(list, [new LineChange(lines[0].ListLineId, lines[0].Version, new LineAnswer(LineDecision.NamedOnly))], Valid.Submission());
        await second.Lists.DecideAsync(list, [new LineChange(lines[1].ListLineId, lines[1].Version, new LineAnswer(LineDecision.NewPerson))], Valid.Submission());
        await Assert.ThrowsAsync<ConflictException>(() => second.Lists.DecideAsync(
            list, [new LineChange(lines[0].ListLineId, lines[0].Version, new LineAnswer(LineDecision.NewPerson))], Valid.Submission()));

        Assert.Equal([LineDecision.NamedOnly, LineDecision.NewPerson], (await first.ReadAsync(list)).Lines.Select(l => l.Decision));
    }

    [Theory]
    [InlineData(LineDecision.Matched, null, "choose the person")]
    [InlineData(LineDecision.Duplicate, 1, "which other line")]
    [InlineData(LineDecision.Nobody, null, "Choose who is meant")]
    public async Task DecideAsync_NoSense_IsRefused(LineDecision decision, int? duplicateOf, string says)
    {
        await using var work = register.Work();
        var list = await work.ListAsync(await work.EventAsync(), "Biez Sensu");

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.DecideAsync(list, 1, new LineAnswer(decision, null, duplicateOf)));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PasteAsync_AList_KeepsItsTextAndSaysNothingOfItToReaders()
    {
        await using var work = register.Work();
        var list = await work.ListAsync(await work.EventAsync(), "Спіс:", "", "1) Хтосьці Першы", "   2) Хтосьці Другі, 50 гадоў  ");

        var read = await work.ReadAsync(list);
        Assert.Equal("Спіс:\n\n1) Хтосьці Першы\n   2) Хтосьці Другі, 50 гадоў  ", read.PastedText);
        Assert.Equal([(1, 1), (2, 3), (3, 4)], read.Lines.Select(l => (l.Ordinal, l.LineNumber)));
        Assert.Equal(LineDecision.NoPerson, read.Lines[0].Decision);
        var source = await work.Context.Citations.Where(c => c.ReleaseListId == list).Select(c => c.SourceId).SingleAsync();
        Assert.False(await work.Context.Sources.Where(s => s.SourceId == source).Select(s => s.IsPublic).SingleAsync());
    }

    [Fact]
    public async Task MatchAllAsync_TheDevelopmentSets_IsNeverWrong()
    {
        await using var work = register.Work();
        var ids = new Dictionary<Guid, string>();
        foreach (var row in DevelopmentTables.Read("dev_registry.tsv").Where(r => r["id"] is not null))
        {
            var names = new[] { ("name_latin", "en"), ("name_be", "be"), ("name_ru", "ru") }
                .Where(n => row.TryGetValue(n.Item1, out var full) && full.Trim().Length > 0)
                .Select(n => new NameDetails { Full = row[n.Item1], Language = n.Item2 }).ToList();
            var born = row.TryGetValue("birth_year", out var year) && year.Length > 0 ? PartialDate.Parse(year) : null;
            var prisoner = Prisoner.Create(new PrisonerDetails { Names = names, BornOn = born, IsFictional = true }, row["id"].ToLowerInvariant(), Register.Now.UtcDateTime);
            ids[prisoner.PrisonerId] = row["id"];
            work.Context.Add(prisoner);
        }

        await work.Context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var truth = DevelopmentTables.Read("dev_truth.tsv").ToDictionary(row => int.Parse(row["line"], CultureInfo.InvariantCulture), row => row["truth"]);

        var list = await work.ListAsync(await work.EventAsync(), await File.ReadAllLinesAsync(DevelopmentTables.PathOf("dev_release_list.txt"), TestContext.Current.CancellationToken));

        var matched = (await work.ReadAsync(list)).Lines.Where(l => l.Decision == LineDecision.Matched).ToList();
        Assert.All(matched, l => Assert.Equal(truth[l.LineNumber], ids[l.PrisonerId!.Value]));
        Assert.True(matched.Count >= 36, $"{matched.Count} lines were decided by themselves.");
    }
}
