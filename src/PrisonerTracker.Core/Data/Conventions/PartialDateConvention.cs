using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Data;

/// <summary>
/// Every partial date is stored as its first day, its last day and the approximate mark; the database accepts only a day, a whole
/// month or a whole year, and all three columns or none (the function <c>is_partial_date</c>).
/// </summary>
internal sealed class PartialDateConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var date in entity.AllComplexProperties().Where(c => c.ClrType == typeof(PartialDate)))
            {
                string Column(string property) => date.ComplexType.FindProperty(property)!.SnakeCaseColumn();
                var (first, last, about) = (
                    Column(nameof(PartialDate.Earliest)), Column(nameof(PartialDate.Latest)), Column(nameof(PartialDate.IsApproximate)));
                entity.Builder.HasCheckConstraint(
                    $"ck_{SnakeCase.Of(entity.GetTableName()!)}_{first[..^"_earliest".Length]}",
                    $"is_partial_date({first}, {last}, {about})");
            }
        }
    }
}
