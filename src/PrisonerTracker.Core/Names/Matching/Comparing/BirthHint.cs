namespace PrisonerTracker.Core.Names;

/// <summary>What is known about a birth: a span of years, and the day where it is known. It can contradict a match; it never speaks for one.</summary>
public sealed record BirthHint(int FromYear, int ToYear, DateOnly? Date = null)
{
    public static BirthHint InYear(int year) => new(year, year);

    public static BirthHint On(DateOnly date) => new(date.Year, date.Year, date);

    /// <summary>Of this age at some time in that year: born in one of two years.</summary>
    public static BirthHint Aged(int age, int inYear) => new(inYear - age - 1, inYear - age);

    public bool Contradicts(BirthHint other) =>
        Date is { } one && other.Date is { } two ? one != two : FromYear > other.ToYear || other.FromYear > ToYear;

    public override string ToString() => Date is { } date ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        : FromYear == ToYear ? FromYear.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{FromYear}–{ToYear}";
}
