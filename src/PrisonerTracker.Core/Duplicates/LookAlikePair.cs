using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Duplicates;

/// <summary>Two records whose names are so alike that they may be one person's. Found by comparing, never typed in.</summary>
public sealed class LookAlikePair
{
    private LookAlikePair()
    {
    }

    /// <summary>The record with the smaller id, so that a pair stands once.</summary>
    public Guid FirstId { get; private set; }

    public Guid SecondId { get; private set; }

    /// <summary>The best score over all spellings of both (docs/names.md).</summary>
    public double Score { get; private set; }

    /// <summary>Why, in words, the most telling first.</summary>
    public string[] Reasons { get; private set; } = [];

    /// <summary>The spelling of the first record that fits best.</summary>
    public string FirstSpelling { get; private set; } = "";

    public string SecondSpelling { get; private set; } = "";

    /// <summary>A hash of the names and births that were compared.</summary>
    public byte[] Basis { get; private set; } = [];

    public DateTime FoundAt { get; private set; }

    internal static LookAlikePair Create((Guid Id, string Spelling) one, (Guid Id, string Spelling) other, NameComparison comparison, byte[] basis, DateTime now)
    {
        var (first, second) = one.Id < other.Id ? (one, other) : (other, one);
        return new()
        {
            FirstId = first.Id,
            SecondId = second.Id,
            FirstSpelling = first.Spelling,
            SecondSpelling = second.Spelling,
            Score = comparison.Score,
            Reasons = [.. comparison.Reasons],
            Basis = basis,
            FoundAt = now,
        };
    }

    internal void Restate(byte[] basis) => Basis = basis;
}

internal sealed class LookAlikePairMapping : IEntityTypeConfiguration<LookAlikePair>
{
    public void Configure(EntityTypeBuilder<LookAlikePair> builder)
    {
        builder.ToTable("look_alikes", t => t.HasCheckConstraint("ck_look_alikes_order", "first_id < second_id"));
        builder.HasKey(l => new { l.FirstId, l.SecondId });
        builder.Property(l => l.FirstSpelling).HasMaxLength(PersonName.FullLength);
        builder.Property(l => l.SecondSpelling).HasMaxLength(PersonName.FullLength);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(l => l.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(l => l.SecondId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(l => l.SecondId);
        builder.HasIndex(l => new { l.Score, l.FirstId, l.SecondId }).IsDescending(true, false, false);
    }
}
