using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrisonerTracker.Core.History;

internal sealed class ChangeMapping : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.HasKey(c => c.Number);
        builder.Property(c => c.Number).ValueGeneratedNever();
        builder.Property(c => c.Action).HasMaxLength(Change.ActionLength);
        builder.Property(c => c.UserName).HasMaxLength(Change.UserNameLength);
        builder.Property(c => c.Reason).HasMaxLength(Change.ReasonLength);
        builder.Property(c => c.Before).HasColumnType("json");
        builder.Property(c => c.After).HasColumnType("json");
        builder.HasIndex(c => c.RequestKey).IsUnique();
        builder.HasIndex(c => c.PreviousHash).IsUnique(); // one row has one successor: the chain cannot fork
        builder.HasIndex(c => c.SubjectIds).HasMethod("gin");
    }
}
