using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Bulk;

internal sealed class BulkActionMapping : IEntityTypeConfiguration<BulkAction>
{
    public void Configure(EntityTypeBuilder<BulkAction> builder)
    {
        builder.ToTable("bulk_actions");
        builder.Property(a => a.Filter).HasMaxLength(BulkAction.FilterLength);
        builder.Property(a => a.CreatedBy).HasMaxLength(Change.UserNameLength);
        builder.Property(a => a.SentBy).HasMaxLength(Change.UserNameLength);
        builder.Property(a => a.AppliedBy).HasMaxLength(Change.UserNameLength);
        builder.Property(a => a.UndoneBy).HasMaxLength(Change.UserNameLength);
        builder.Property(a => a.UndoneBecause).HasMaxLength(Change.ReasonLength);
        builder.Property(a => a.Ground).HasMaxLength(Designation.GroundLength);
        builder.Property(a => a.DestinationCountry).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.ComplexProperty(a => a.HappenedOn);
        builder.HasOne(a => a.Facility).WithMany().HasForeignKey(a => a.FacilityId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Organisation).WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Tag).WithMany().HasForeignKey(a => a.TagId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.People).WithOne().HasForeignKey(p => p.BulkActionId);
        builder.HasIndex(a => a.CreatedBy, "ix_bulk_actions_drafts").HasFilter("status = 'draft'");
    }
}

internal sealed class BulkPersonMapping : IEntityTypeConfiguration<BulkPerson>
{
    public void Configure(EntityTypeBuilder<BulkPerson> builder)
    {
        builder.ToTable("bulk_people");
        builder.Property(p => p.Name).HasMaxLength(PersonName.FullLength);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(p => p.PrisonerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.BulkActionId);
        builder.HasIndex(p => p.PrisonerId);
        builder.ToTable(t => t.HasCheckConstraint("ck_bulk_people_applied", "(applied_at IS NULL) = (fact_id IS NULL)"));
    }
}
