using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

internal sealed class ImprisonmentMapping : IEntityTypeConfiguration<Imprisonment>
{
    public void Configure(EntityTypeBuilder<Imprisonment> builder)
    {
        builder.Property(i => i.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.Property(i => i.DetainedBy).HasMaxLength(Imprisonment.DetainedByLength);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.Property(i => i.DetentionVersion).IsConcurrencyToken();
        builder.ComplexProperty(i => i.DetainedOn);
        builder.ComplexProperty(i => i.ConfirmedOn);
        builder.ComplexProperty(i => i.EndedOn);
        builder.Ignore(i => i.CurrentRelease);
        builder.Ignore(i => i.BeganOn);

        builder.HasMany(i => i.Charges).WithOne().HasForeignKey(c => c.ImprisonmentId);
        builder.HasMany(i => i.Sentences).WithOne().HasForeignKey(s => s.ImprisonmentId);
        builder.HasMany(i => i.Placements).WithOne().HasForeignKey(p => p.ImprisonmentId);
        builder.HasMany(i => i.Hearings).WithOne().HasForeignKey(h => h.ImprisonmentId);
        builder.HasMany(i => i.Releases).WithOne(r => r.Imprisonment).HasForeignKey(r => r.ImprisonmentId);

        // ex_imprisonments_overlap, which EF Core cannot express, stands in the migration beside these.
        builder.HasIndex(i => i.PrisonerId, "ix_imprisonments_open")
            .IsUnique().HasFilter("ended_on_earliest IS NULL AND kind <> 'in_absentia'");
        builder.HasIndex(i => i.PrisonerId);
        builder.ToTable(t =>
        {
            t.HasCheckConstraint("ck_imprisonments_ends_after_detention", "ended_on_latest >= detained_on_earliest");
            t.HasCheckConstraint("ck_imprisonments_in_absentia", "kind <> 'in_absentia' OR num_nonnulls(detained_on_earliest, ended_on_earliest) = 0");
        });
    }
}

internal sealed class ChargeMapping : IEntityTypeConfiguration<Charge>
{
    public void Configure(EntityTypeBuilder<Charge> builder)
    {
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne(c => c.Article).WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.ChargeId);
    }
}

internal sealed class ChargeStepMapping : IEntityTypeConfiguration<ChargeStep>
{
    public void Configure(EntityTypeBuilder<ChargeStep> builder)
    {
        builder.ToTable("charge_steps");
        builder.ComplexProperty(s => s.TookPlaceOn);
    }
}

internal sealed class SentenceMapping : IEntityTypeConfiguration<Sentence>
{
    public void Configure(EntityTypeBuilder<Sentence> builder)
    {
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.ComplexProperty(s => s.DecidedOn);
        builder.ComplexProperty(s => s.InForceOn);
        builder.ComplexProperty(s => s.Term);
        builder.Property(s => s.FineAmount).HasPrecision(14, 2);
        builder.Property(s => s.FineCurrency).HasMaxLength(3).IsFixedLength();
        builder.HasOne(s => s.Court).WithMany().HasForeignKey(s => s.CourtId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(s => s.Judge).WithMany().HasForeignKey(s => s.JudgeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Sentence>().WithMany().HasForeignKey(s => s.SupersedesSentenceId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_sentences_fine", "num_nulls(fine_amount, fine_currency) IN (0, 2) AND fine_amount > 0 IS NOT FALSE"));
    }
}

internal sealed class PlacementMapping : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.ComplexProperty(p => p.FromOn);
        builder.ComplexProperty(p => p.UntilOn);
        builder.ComplexProperty(p => p.SeenOn);
        builder.Ignore(p => p.IsOpen);
        builder.HasOne(p => p.Facility).WithMany().HasForeignKey(p => p.FacilityId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_placements_order", "until_on_latest >= from_on_earliest"));
    }
}

internal sealed class HearingMapping : IEntityTypeConfiguration<Hearing>
{
    public void Configure(EntityTypeBuilder<Hearing> builder)
    {
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.ComplexProperty(h => h.HeardOn);
        builder.HasOne(h => h.Court).WithMany().HasForeignKey(h => h.CourtId).OnDelete(DeleteBehavior.Restrict);

        // ix_hearings_heard_on, over a part of a complex value, stands in the migration.
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_hearings_heard_at", "heard_at IS NULL OR (heard_on_earliest = heard_on_latest AND NOT heard_on_is_approximate)"));
    }
}

internal sealed class FacilityMapping : IEntityTypeConfiguration<Facility>
{
    public void Configure(EntityTypeBuilder<Facility> builder)
    {
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.Property(f => f.Latitude).HasPrecision(8, 5);
        builder.Property(f => f.Longitude).HasPrecision(8, 5);
        builder.Property(f => f.Key).HasMaxLength(Facility.KeyLength);
        builder.Property(f => f.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
        builder.HasIndex(f => f.Key).IsUnique();
        builder.ToTable(t => t.HasCheckConstraint(
            "ck_facilities_coordinates",
            "num_nulls(latitude, longitude) IN (0, 2) AND (latitude BETWEEN -90 AND 90) IS NOT FALSE AND (longitude BETWEEN -180 AND 180) IS NOT FALSE"));
    }
}
