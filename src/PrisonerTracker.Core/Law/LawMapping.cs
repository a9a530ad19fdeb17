using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Law;

internal sealed class LegalCodeMapping : IEntityTypeConfiguration<LegalCode>
{
    public void Configure(EntityTypeBuilder<LegalCode> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Key).HasMaxLength(LegalCode.KeyLength);
        builder.Property(c => c.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.ComplexProperty(c => c.ValidFrom);
        builder.ComplexProperty(c => c.ValidUntil);
        builder.HasIndex(c => c.Key).IsUnique();
    }
}

internal sealed class ArticleMapping : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Number).HasMaxLength(Article.NumberLength);
        builder.ComplexProperty(a => a.ValidFrom);
        builder.ComplexProperty(a => a.ValidUntil);
        builder.HasOne(a => a.LegalCode).WithMany().HasForeignKey(a => a.LegalCodeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.LegalCodeId, a.Number }).IsUnique();
        builder.HasIndex(a => a.Number);
    }
}

internal sealed class CourtMapping : IEntityTypeConfiguration<Court>
{
    public void Configure(EntityTypeBuilder<Court> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
    }
}

internal sealed class JudgeMapping : IEntityTypeConfiguration<Judge>
{
    public void Configure(EntityTypeBuilder<Judge> builder)
    {
        builder.Property(j => j.Version).IsConcurrencyToken();
        builder.Property(j => j.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
    }
}
