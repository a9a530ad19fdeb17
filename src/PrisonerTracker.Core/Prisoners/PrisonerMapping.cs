using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

internal sealed class PrisonerMapping : IEntityTypeConfiguration<Prisoner>
{
    /// <summary>Summary, occupation, articles and facilities as words, in the languages they are written in.</summary>
    public const string SearchDocument = nameof(SearchDocument);

    /// <summary>The words of all names, what they sound like, and how both begin.</summary>
    public const string NameLexemes = nameof(NameLexemes);

    /// <summary>The first letters of all words of names: for one short beginning, which very many have, an array is three times as quick as lexemes.</summary>
    public const string NameBeginnings = nameof(NameBeginnings);

    public void Configure(EntityTypeBuilder<Prisoner> builder)
    {
        builder.Property(p => p.Slug).HasMaxLength(Prisoner.SlugLength);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.Property(p => p.DisplayName).HasMaxLength(Names.PersonName.FullLength);
        builder.Property(p => p.SortName).HasMaxLength(2 * Names.PersonName.FullLength);
        builder.Property(p => p.SearchText).HasMaxLength(Prisoner.SearchTextLength);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.ComplexProperty(p => p.BornOn);
        builder.ComplexProperty(p => p.DiedOn);
        builder.ComplexProperty(p => p.ConsentOn);
        builder.Property(p => p.ConsentBy).HasMaxLength(Prisoner.ConsentByLength);
        builder.Property(p => p.ConsentVersion).IsConcurrencyToken().HasDefaultValue(1);
        builder.ComplexProperty(p => p.Standing, standing =>
        {
            standing.Property(s => s.Country).HasMaxLength(Countries.CodeLength).IsFixedLength();
            standing.ComplexProperty(s => s.DetainedOn);
            standing.ComplexProperty(s => s.ReleasedOn);
            standing.ComplexProperty(s => s.ConfirmedOn);
        });

        builder.HasOne<Prisoner>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("ck_prisoners_merged", "merged_into_id IS NULL OR publication = 'draft'"));
        builder.HasIndex(p => p.MergedIntoId).HasFilter("merged_into_id IS NOT NULL");
        builder.HasMany(p => p.Names).WithOne().HasForeignKey(n => n.PrisonerId);
        builder.HasMany(p => p.Imprisonments).WithOne().HasForeignKey(i => i.PrisonerId);
        builder.HasMany(p => p.Designations).WithOne().HasForeignKey(d => d.PrisonerId);
        builder.HasMany(p => p.Honours).WithOne().HasForeignKey(h => h.PrisonerId);
        builder.HasMany(p => p.Quotations).WithOne().HasForeignKey(q => q.PrisonerId);
        builder.HasMany(p => p.LetterAddresses).WithOne().HasForeignKey(a => a.PrisonerId);
        builder.HasMany(p => p.RiskFactors).WithOne().HasForeignKey(r => r.PrisonerId);
        builder.HasMany(p => p.StateListings).WithOne().HasForeignKey(l => l.PrisonerId);
        builder.HasMany(p => p.Claims).WithOne().HasForeignKey(c => c.PrisonerId);
        builder.HasMany(p => p.Photos).WithOne().HasForeignKey(x => x.PrisonerId);
        builder.HasMany(p => p.WithheldParts).WithOne().HasForeignKey(w => w.PrisonerId);
        builder.HasMany(p => p.Tags).WithOne().HasForeignKey(t => t.PrisonerId);
        builder.HasMany(p => p.HeldPeriods).WithOne().HasForeignKey(h => h.PrisonerId);

        builder.HasIndex(p => p.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops").HasStorageParameter("fastupdate", false);
        builder.Property<NpgsqlTsVector>(NameLexemes).HasComputedColumnSql("name_lexemes(search_text, search_sounds)", stored: true);
        builder.HasIndex(NameLexemes).HasMethod("gin").HasStorageParameter("fastupdate", false);
        builder.Property<string[]>(NameBeginnings).HasComputedColumnSql("name_beginnings(search_text)", stored: true);
        builder.HasIndex(NameBeginnings).HasMethod("gin").HasStorageParameter("fastupdate", false);

        // The database makes it, at the end of every write (restate_documents); EF Core only searches it.
        var document = builder.Property<NpgsqlTsVector>(SearchDocument);
        document.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        document.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        document.IsRequired(false);
        builder.HasIndex(SearchDocument).HasMethod("gin").HasStorageParameter("fastupdate", false);
        builder.HasIndex(p => p.PrisonerId, "ix_prisoners_uncompared").HasFilter("compared_version <> version");
        builder.HasIndex(p => p.UpdatedAt);
        builder.HasIndex(p => p.IsFictional).HasFilter("is_fictional");
    }
}

internal sealed class HonourMapping : IEntityTypeConfiguration<Honour>
{
    public void Configure(EntityTypeBuilder<Honour> builder)
    {
        builder.Property(h => h.Version).IsConcurrencyToken();
        builder.ComplexProperty(h => h.ReceivedOn);
    }
}

internal sealed class QuotationMapping : IEntityTypeConfiguration<Quotation>
{
    public void Configure(EntityTypeBuilder<Quotation> builder)
    {
        builder.Property(q => q.Version).IsConcurrencyToken();
        builder.ComplexProperty(q => q.SaidOn);
    }
}
