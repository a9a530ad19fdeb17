namespace PrisonerTracker.Core.Shared;

/// <summary>What "not in the future" means for a date without a place: the register is written where the day began first.</summary>
public static class Today
{
    private static readonly TimeSpan EarliestZone = TimeSpan.FromHours(14); // UTC+14, Kiritimati

    /// <summary>The latest date that is "today" anywhere on earth.</summary>
    public static DateOnly Latest(DateTime utc) => DateOnly.FromDateTime(utc + EarliestZone);

    /// <summary>The date at UTC: the day that "today" means on a page.</summary>
    public static DateOnly Day(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
