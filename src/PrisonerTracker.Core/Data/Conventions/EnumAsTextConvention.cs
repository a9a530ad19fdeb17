using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PrisonerTracker.Core.Data;

/// <summary>Enums are stored as snake_case text, and a check constraint lists the values the database accepts.</summary>
internal sealed class EnumAsTextConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.WithComplexProperties())
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (!type.IsEnum)
                    continue;

                property.Builder.HasConverter(typeof(SnakeCaseEnumConverter<>).MakeGenericType(type));
                var column = property.SnakeCaseColumn();
                var values = string.Join(", ", Enum.GetNames(type).Select(n => $"'{SnakeCase.Of(n)}'"));
                entity.Builder.HasCheckConstraint($"ck_{SnakeCase.Of(entity.GetTableName()!)}_{column}", $"{column} IN ({values})");
            }
        }
    }
}

internal sealed class SnakeCaseEnumConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => SnakeCase.Of(value.ToString()),
    text => Enum.Parse<TEnum>(text.Replace("_", ""), ignoreCase: true))
    where TEnum : struct, Enum;
