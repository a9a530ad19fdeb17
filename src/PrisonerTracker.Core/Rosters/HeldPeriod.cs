using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Rosters;

/// <summary>
/// Days in a row on which a person was certainly, or possibly, held: <see cref="StandingOn"/> of every day, kept so that the roster of
/// any day is read from an index. Derived with the standing; the periods of one person do not overlap.
/// </summary>
public sealed class HeldPeriod
{
    private HeldPeriod()
    {
    }

    public Guid HeldPeriodId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }

    /// <summary>The first day, and the day after the last; open ends are infinite.</summary>
    public NpgsqlRange<DateOnly> Days { get; private set; }

    public bool IsCertain { get; private set; }

    internal static List<HeldPeriod> Of(IReadOnlyCollection<Imprisonment> imprisonments, PartialDate? diedOn)
    {
        var life = new LifeCourse(imprisonments, diedOn, withCharges: false);
        var periods = new List<HeldPeriod>();
        var (since, held) = (DateOnly.MinValue, Certainty.No);
        foreach (var day in life.Turns)
        {
            var now = StandingOn.HeldIn([.. life.Courses(day).Select(c => Standing.Of(c.Cases, false, c.HasDied))]);
            if (now == held)
                continue;
            Close(day);
            (since, held) = (day, now);
        }

        Close(null);
        return periods;

        void Close(DateOnly? until)
        {
            if (held != Certainty.No)
                periods.Add(new HeldPeriod { Days = Range(since, until), IsCertain = held == Certainty.Certain });
        }
    }

    internal bool IsSame(HeldPeriod other) => Days == other.Days && IsCertain == other.IsCertain;

    /// <summary>The days from the first on, before the last; no first day means since ever, no last one that it goes on.</summary>
    private static NpgsqlRange<DateOnly> Range(DateOnly from, DateOnly? until) => new(
        from, lowerBoundIsInclusive: true, lowerBoundInfinite: from == DateOnly.MinValue,
        until ?? default, upperBoundIsInclusive: false, upperBoundInfinite: until is null);
}

internal sealed class HeldPeriodMapping : IEntityTypeConfiguration<HeldPeriod>
{
    public void Configure(EntityTypeBuilder<HeldPeriod> builder)
    {
        builder.ToTable("held_periods");
        builder.HasIndex(h => h.Days).HasMethod("gist");
        builder.HasIndex(h => h.PrisonerId);
    }
}
