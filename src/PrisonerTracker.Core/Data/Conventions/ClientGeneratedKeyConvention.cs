using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace PrisonerTracker.Core.Data;

/// <summary>Keys are UUIDv7 made by the application, so a new child found through its parent is an insert, never an update.</summary>
internal sealed class ClientGeneratedKeyConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var keys = modelBuilder.Metadata.GetEntityTypes()
            .Select(e => e.FindPrimaryKey())
            .OfType<IConventionKey>()
            .SelectMany(k => k.Properties)
            .Where(p => p.ClrType == typeof(Guid));
        foreach (var property in keys)
            property.Builder.ValueGenerated(ValueGenerated.Never);
    }
}
