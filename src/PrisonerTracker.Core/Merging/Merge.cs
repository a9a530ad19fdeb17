using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Merging;

/// <summary>Two records of one person became one: which, when, by whom, and every row that was touched, so that it can be undone.</summary>
public sealed class Merge
{
    private Merge()
    {
    }

    public Guid MergeId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The record that stayed.</summary>
    public Guid KeptId { get; private set; }

    /// <summary>The record that was taken into it; its row remains, and nothing shows it.</summary>
    public Guid AbsorbedId { get; private set; }

    /// <summary>The absorbed record's name as it was, for whoever looks at the merge.</summary>
    public string AbsorbedName { get; private set; } = "";

    /// <summary>The key of the form that merged: by it the entry in the history is found.</summary>
    public Guid RequestKey { get; private set; }

    public DateTime MergedAt { get; private set; }
    public string MergedBy { get; private set; } = "";

    /// <summary>The merged record was public when the merge was done.</summary>
    public bool WasPublic { get; private set; }

    /// <summary>What was changed, row by row in the order it was done: <see cref="RowChange"/> as JSON.</summary>
    public string Rows { get; private set; } = "[]";

    public DateTime? UndoneAt { get; private set; }
    public string? UndoneBy { get; private set; }

    internal static Merge Create(MergePlan plan, bool isPublic, Submission submission, DateTime now) => new()
    {
        KeptId = plan.Kept.Id,
        AbsorbedId = plan.Absorbed.Id,
        AbsorbedName = plan.Absorbed.Text("display_name"),
        RequestKey = submission.RequestKey,
        MergedAt = now,
        MergedBy = submission.Actor.Name,
        WasPublic = isPublic,
        Rows = RowChange.Write(plan.Changes),
    };

    internal void Undo(string by, DateTime now) => (UndoneBy, UndoneAt) = (by, now);
}

internal sealed class MergeMapping : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> builder)
    {
        builder.ToTable("merges");
        builder.Property(m => m.AbsorbedName).HasMaxLength(Names.PersonName.FullLength);
        builder.Property(m => m.MergedBy).HasMaxLength(Change.UserNameLength);
        builder.Property(m => m.UndoneBy).HasMaxLength(Change.UserNameLength);
        builder.Property(m => m.Rows).HasColumnType("jsonb");
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Prisoner>().WithMany().HasForeignKey(m => m.AbsorbedId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.AbsorbedId, "ix_merges_standing").IsUnique().HasFilter("undone_at IS NULL");
        builder.ToTable(t => t.HasCheckConstraint("ck_merges_two", "kept_id <> absorbed_id"));
    }
}
