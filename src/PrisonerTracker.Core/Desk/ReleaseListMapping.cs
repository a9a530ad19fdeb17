using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

internal sealed class ReleaseListMapping : IEntityTypeConfiguration<ReleaseList>
{
    public void Configure(EntityTypeBuilder<ReleaseList> builder)
    {
        builder.ToTable("release_lists");
        builder.Property(l => l.FileName).HasMaxLength(ReleaseList.FileNameLength);
        builder.Property(l => l.CreatedBy).HasMaxLength(Change.UserNameLength);
        builder.Property(l => l.SentBy).HasMaxLength(Change.UserNameLength);
        builder.Property(l => l.AppliedBy).HasMaxLength(Change.UserNameLength);
        builder.Property(l => l.UndoneBy).HasMaxLength(Change.UserNameLength);
        builder.Property(l => l.UndoneBecause).HasMaxLength(Change.ReasonLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.HasOne(l => l.ReleaseEvent).WithMany().HasForeignKey(l => l.ReleaseEventId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Lines).WithOne().HasForeignKey(l => l.ReleaseListId);
        builder.HasIndex(l => l.ReleaseListId, "ix_release_lists_open").HasFilter("status IN ('draft', 'awaiting_approval')");
    }
}

internal sealed class ListLineMapping : IEntityTypeConfiguration<ListLine>
{
    public void Configure(EntityTypeBuilder<ListLine> builder)
    {
        builder.ToTable("release_list_lines");
        builder.Property(l => l.Original).HasMaxLength(ListLine.OriginalLength);
        builder.Property(l => l.WrittenName).HasMaxLength(PersonName.FullLength);
        builder.Property(l => l.Place).HasMaxLength(ListLine.OriginalLength);
        builder.Property(l => l.Notes).HasMaxLength(ListLine.OriginalLength);
        builder.Property(l => l.DecidedBy).HasMaxLength(Change.UserNameLength);
        builder.Property(l => l.Candidates).HasColumnType("jsonb");
        builder.Property(l => l.DestinationCountry).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(l => l.Note).HasMaxLength(ListLine.NoteLength);
        builder.Property(l => l.FormerNote).HasDefaultValueSql("'{}'::jsonb");
        builder.Property(l => l.FormerDestinationCountry).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(l => l.Refusal).HasMaxLength(ListLine.RefusalLength);
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.ComplexProperty(l => l.ReleasedOn);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(l => l.PrisonerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.ReleaseListId, l.Ordinal }).IsUnique();
        builder.HasIndex(l => l.PrisonerId).HasFilter("prisoner_id IS NOT NULL");
        builder.HasIndex(l => l.ReleaseListId, "ix_release_list_lines_unmatched").HasFilter("decision = 'unmatched'");
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_release_list_lines_matched", "decision <> 'matched' OR prisoner_id IS NOT NULL");
            t.HasCheckConstraint("ck_release_list_lines_duplicate", "(decision = 'duplicate') = (duplicate_of IS NOT NULL)");
            t.HasCheckConstraint("ck_release_list_lines_applied", "(applied_at IS NULL) = (named_person_id IS NULL)");
        });
    }
}
