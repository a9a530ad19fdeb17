using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrisonerTracker.Core.Tags;

internal sealed class TagMapping : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.ToTable("tags");
        builder.Property(t => t.Slug).HasMaxLength(Tag.SlugLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasIndex(t => t.Slug).IsUnique();
    }
}

internal sealed class PersonTagMapping : IEntityTypeConfiguration<PersonTag>
{
    public void Configure(EntityTypeBuilder<PersonTag> builder)
    {
        builder.ToTable("person_tags");
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne(t => t.Tag).WithMany().HasForeignKey(t => t.TagId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.PrisonerId, t.TagId }).IsUnique();
        builder.HasIndex(t => t.TagId);
    }
}
