using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Designations;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.Property(o => o.Key).HasMaxLength(Organisation.KeyLength);
        builder.Property(o => o.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.HasIndex(o => o.Key).IsUnique();
    }
}

internal sealed class DesignationMapping : IEntityTypeConfiguration<Designation>
{
    public void Configure(EntityTypeBuilder<Designation> builder)
    {
        builder.ComplexProperty(d => d.DesignatedOn);
        builder.ComplexProperty(d => d.WithdrawnOn);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.Property(d => d.Ground).HasMaxLength(Designation.GroundLength);
        builder.HasOne(d => d.Organisation).WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_designations_order", "withdrawn_on_latest >= designated_on_earliest"));
    }
}

internal sealed class ReportedCountMapping : IEntityTypeConfiguration<ReportedCount>
{
    public void Configure(EntityTypeBuilder<ReportedCount> builder)
    {
        builder.Property(c => c.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.ComplexProperty(c => c.AsOf);
        builder.Property(c => c.Version).IsConcurrencyToken().HasDefaultValue(1);
        builder.HasOne(c => c.Organisation).WithMany().HasForeignKey(c => c.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ReleaseEvent>().WithMany().HasForeignKey(c => c.ReleaseEventId);
        builder.HasMany(c => c.Parts).WithOne().HasForeignKey(p => p.ReportedCountId);
        builder.ToTable(t => t.HasCheckConstraint("ck_reported_counts_number", "number >= 0"));
    }
}

internal sealed class ReportedCountPartMapping : IEntityTypeConfiguration<ReportedCountPart>
{
    public void Configure(EntityTypeBuilder<ReportedCountPart> builder)
    {
        builder.ToTable("reported_count_parts", t => t.HasCheckConstraint("ck_reported_count_parts_number", "number >= 0"));
    }
}
