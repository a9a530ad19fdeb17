using Microsoft.EntityFrameworkCore.Metadata;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Merging;

/// <summary>A table that is added later is merged, or one of these fails and says what it needs.</summary>
public sealed class RecordTableTests(Register register) : IClassFixture<Register>
{
    // Tables with a unique index over their owner, each with a rule in the planner that keeps it: one open imprisonment, one current
    // release, one preferred claim, one naming in an event.
    private static readonly Type[] WithARule = [typeof(Imprisonment), typeof(Release), typeof(Claim), typeof(NamedPerson), typeof(Core.Names.PersonName), typeof(Core.Tags.PersonTag)];

    [Fact]
    public async Task Of_TheModel_HoldsEveryTableThatLeadsToAPerson()
    {
        await using var work = register.Work();
        var tables = RecordTable.Of(work.Context.Model);
        var people = tables.Select(t => t.Type).ToHashSet();

        var missing = work.Context.Model.GetEntityTypes()
            .Where(t => t.GetForeignKeys().Any(k => people.Contains(k.PrincipalEntityType)))
            .Where(t => !people.Contains(t) && t.ClrType != typeof(Citation) && !RecordTable.Apart.Contains(t.ClrType))
            .Select(t => t.ClrType.Name);

        Assert.Empty(missing);
        Assert.Contains(tables, t => t.Is<ChargeStep>());
    }

    [Fact]
    public async Task Of_TheModel_HasARuleWhereMovingCouldBreakAUniqueIndex()
    {
        await using var work = register.Work();

        var unruled = RecordTable.Of(work.Context.Model)
            .Where(t => t.Owner is not null && !WithARule.Contains(t.Type.ClrType))
            .Where(t => t.Type.GetIndexes().Any(i => i.IsUnique && HoldsOwner(t, i.Properties)) || HoldsOwner(t, t.Type.FindPrimaryKey()!.Properties))
            .Select(t => $"{t.Type.ClrType.Name}: give it a rule in Counterparts, so that two rows that may not stand side by side become one");

        Assert.Empty(unruled);
    }

    [Fact]
    public async Task Of_TheModel_GivesEveryFactItsCitations()
    {
        await using var work = register.Work();

        var uncited = RecordTable.Of(work.Context.Model).Where(t => typeof(Fact).IsAssignableFrom(t.Type.ClrType) && t.CitationColumn is null);

        Assert.Empty(uncited.Select(t => t.Name));
    }

    private static bool HoldsOwner(RecordTable table, IReadOnlyList<IReadOnlyProperty> columns) =>
        columns.Any(p => p.GetContainingForeignKeys().Any(k => k.PrincipalEntityType == table.Owner!.Type));
}
