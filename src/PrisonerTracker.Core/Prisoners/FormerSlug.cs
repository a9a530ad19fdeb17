using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>An address a profile once had. It keeps leading there.</summary>
public sealed class FormerSlug
{
    public required string Slug { get; init; }
    public required Guid PrisonerId { get; init; }
}

internal sealed class FormerSlugMapping : IEntityTypeConfiguration<FormerSlug>
{
    public void Configure(EntityTypeBuilder<FormerSlug> builder)
    {
        builder.HasKey(s => s.Slug);
        builder.Property(s => s.Slug).HasMaxLength(Prisoner.SlugLength);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(s => s.PrisonerId);
    }
}
