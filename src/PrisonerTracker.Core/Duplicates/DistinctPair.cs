using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Duplicates;

/// <summary>Somebody decided that two records are of two people. It holds for the names and births they decided on.</summary>
public sealed class DistinctPair
{
    private DistinctPair()
    {
    }

    public Guid DistinctPairId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The record with the smaller id.</summary>
    public Guid FirstId { get; private set; }

    public Guid SecondId { get; private set; }

    /// <summary>The names as they were, for the history.</summary>
    public string FirstName { get; private set; } = "";

    public string SecondName { get; private set; } = "";

    /// <summary>Why, when somebody said so.</summary>
    public string? Reason { get; private set; }

    /// <summary>A hash of the names and births at that time: with others the pair is shown again.</summary>
    public byte[] Basis { get; private set; } = [];

    public DateTime DecidedAt { get; private set; }
    public string DecidedBy { get; private set; } = "";

    internal static DistinctPair Create((Guid Id, string Name) first, (Guid Id, string Name) second, byte[] basis, Submission submission, DateTime now) => new()
    {
        FirstId = first.Id,
        FirstName = first.Name,
        SecondId = second.Id,
        SecondName = second.Name,
        Reason = Shared.Blank.ToNull(submission.Reason),
        Basis = basis,
        DecidedAt = now,
        DecidedBy = submission.Actor.Name,
    };
}

internal sealed class DistinctPairMapping : IEntityTypeConfiguration<DistinctPair>
{
    public void Configure(EntityTypeBuilder<DistinctPair> builder)
    {
        builder.ToTable("distinct_pairs", t => t.HasCheckConstraint("ck_distinct_pairs_order", "first_id < second_id"));
        builder.Property(d => d.FirstName).HasMaxLength(PersonName.FullLength);
        builder.Property(d => d.SecondName).HasMaxLength(PersonName.FullLength);
        builder.Property(d => d.Reason).HasMaxLength(Change.ReasonLength);
        builder.Property(d => d.DecidedBy).HasMaxLength(Change.UserNameLength);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(d => d.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(d => d.SecondId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.FirstId, d.SecondId }).IsUnique();
        builder.HasIndex(d => d.SecondId);
    }
}
