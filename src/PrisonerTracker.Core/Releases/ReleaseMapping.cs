using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Releases;

internal sealed class ReleaseMapping : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> builder)
    {
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.ComplexProperty(r => r.ReleasedOn);
        builder.ComplexProperty(r => r.UndoneOn);
        builder.Property(r => r.DestinationCountry).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(r => r.UndoneBecause).HasMaxLength(Release.ReasonLength);
        builder.HasOne(r => r.ReleaseEvent).WithMany().HasForeignKey(r => r.ReleaseEventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.ImprisonmentId, "ix_releases_current").IsUnique().HasFilter("undone_at IS NULL");
        builder.HasIndex(r => r.ImprisonmentId);
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_releases_undone", "num_nulls(undone_at, undone_as, undone_because) IN (0, 3)"));
    }
}

internal sealed class ReleaseEventMapping : IEntityTypeConfiguration<ReleaseEvent>
{
    public void Configure(EntityTypeBuilder<ReleaseEvent> builder)
    {
        builder.Property(e => e.Slug).HasMaxLength(ReleaseEvent.SlugLength);
        builder.Property(e => e.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(e => e.Version).IsConcurrencyToken();
        builder.ComplexProperty(e => e.HappenedOn);
        builder.HasIndex(e => e.Slug).IsUnique();
        builder.HasMany(e => e.Concessions).WithOne().HasForeignKey(c => c.ReleaseEventId);
        builder.HasMany(e => e.Parties).WithOne().HasForeignKey(p => p.ReleaseEventId);
        builder.HasMany(e => e.Named).WithOne().HasForeignKey(n => n.ReleaseEventId);
        builder.HasMany(e => e.Claims).WithOne().HasForeignKey(c => c.ReleaseEventId);
        builder.ToTable(t => t.HasCheckConstraint("ck_release_events_announced_count", "announced_count > 0"));
    }
}

internal sealed class ConcessionMapping : IEntityTypeConfiguration<Concession>
{
    public void Configure(EntityTypeBuilder<Concession> builder)
    {
        builder.ToTable("concessions");
        builder.ComplexProperty(c => c.GivenOn);
    }
}

internal sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder) => builder.ToTable("parties");
}

internal sealed class NamedPersonMapping : IEntityTypeConfiguration<NamedPerson>
{
    public void Configure(EntityTypeBuilder<NamedPerson> builder)
    {
        builder.Property(n => n.WrittenName).HasMaxLength(NamedPerson.WrittenNameLength);
        builder.Property(n => n.DestinationCountry).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.HasOne(n => n.Prisoner).WithMany().HasForeignKey(n => n.PrisonerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(n => n.Release).WithMany().HasForeignKey(n => n.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.ReleaseEventId, n.PrisonerId }).IsUnique();
        builder.HasIndex(n => n.ReleaseId).IsUnique();
    }
}
