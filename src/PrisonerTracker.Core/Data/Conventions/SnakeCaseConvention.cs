using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace PrisonerTracker.Core.Data;

/// <summary>Tables, columns, keys and indexes in PostgreSQL's own style. (EFCore.NamingConventions has no release for EF Core 10.)</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            var table = SnakeCase.Of(entity.GetTableName()!);
            entity.Builder.ToTable(table);

            foreach (var property in entity.WithComplexProperties())
                property.Builder.HasColumnName(property.SnakeCaseColumn());

            foreach (var key in entity.GetKeys())
                key.Builder.HasName(key.IsPrimaryKey() ? $"pk_{table}" : $"ak_{table}_{Columns(key.Properties)}");

            foreach (var foreignKey in entity.GetForeignKeys())
                foreignKey.Builder.HasConstraintName($"fk_{table}_{Columns(foreignKey.Properties)}");

            foreach (var index in entity.GetIndexes())
                index.Builder.HasDatabaseName(index.GetDatabaseName() is { } given && given.StartsWith("ix_", StringComparison.Ordinal)
                    ? given
                    : $"ix_{table}_{Columns(index.Properties)}");
        }
    }

    private static string Columns(IEnumerable<IConventionProperty> properties) =>
        string.Join('_', properties.Select(p => p.SnakeCaseColumn()));
}

internal static partial class SnakeCase
{
    public static string Of(string name) => WordStart().Replace(name, "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex WordStart();
}

internal static class ComplexProperties
{
    /// <summary>The entity's own properties and those of its complex properties, however deep.</summary>
    public static IEnumerable<IConventionProperty> WithComplexProperties(this IConventionTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => c.ComplexType.WithComplexProperties()));

    /// <summary>The property's column: its own given name, else the path to it, <c>standing_detained_on_earliest</c>.</summary>
    public static string SnakeCaseColumn(this IConventionProperty property) =>
        property.FindAnnotation(RelationalAnnotationNames.ColumnName)?.Value as string is { } given
            ? SnakeCase.Of(given)
            : SnakeCase.Of(Path(property.DeclaringType) + property.Name);

    private static string Path(IConventionTypeBase type) =>
        type is IConventionComplexType { ComplexProperty: var property } ? Path(property.DeclaringType) + property.Name + "_" : "";

    public static IEnumerable<IConventionComplexProperty> AllComplexProperties(this IConventionTypeBase type) =>
        type.GetComplexProperties().SelectMany(c => c.ComplexType.AllComplexProperties().Prepend(c));
}
