using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PrisonerTracker.Core.Shared;

public enum DatePrecision
{
    Year,
    Month,
    Day,
}

/// <summary>
/// A date known to the year, the month or the day, optionally approximate: what a source said, and never a day it did not say.
/// </summary>
/// <remarks>
/// Written as ISO 8601 reduced precision (the EDTF level 0 forms <c>2021</c>, <c>2021-09</c>, <c>2021-09-06</c>), an approximate
/// one with the EDTF level 1 qualifier <c>~</c>. Stored as its first and last possible day, so that PostgreSQL sorts and
/// range-filters it by index; the precision follows from the two days. Sorts by the earliest day.
/// </remarks>
[JsonConverter(typeof(PartialDateJsonConverter))]
public sealed partial record PartialDate : IComparable<PartialDate>
{
    public const int FirstYear = 1800;
    public const int LastYear = 2200;

    private PartialDate(DateOnly earliest, DateOnly latest, bool isApproximate)
    {
        Earliest = earliest;
        Latest = latest;
        IsApproximate = isApproximate;
    }

    /// <summary>The first day it may have been.</summary>
    public DateOnly Earliest { get; private set; }

    /// <summary>The last day it may have been.</summary>
    public DateOnly Latest { get; private set; }

    /// <summary>The source says "about". The interval stays that of the written precision.</summary>
    public bool IsApproximate { get; private set; }

    public DatePrecision Precision =>
        Earliest == Latest ? DatePrecision.Day
        : Earliest.Month == Latest.Month ? DatePrecision.Month
        : DatePrecision.Year;

    public static PartialDate OfYear(int year, bool approximate = false) =>
        new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), approximate);

    public static PartialDate OfMonth(int year, int month, bool approximate = false) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), approximate);

    public static PartialDate OfDay(DateOnly day, bool approximate = false) => new(day, day, approximate);

    public static PartialDate OfDay(int year, int month, int day) => OfDay(new DateOnly(year, month, day));

    /// <summary>The date whose first and last possible day these are: one day, a whole month or a whole year.</summary>
    public static PartialDate OfInterval(DateOnly earliest, DateOnly latest, bool approximate) =>
        earliest == latest ? OfDay(earliest, approximate)
        : latest == earliest.AddMonths(1).AddDays(-1) && earliest.Day == 1 ? OfMonth(earliest.Year, earliest.Month, approximate)
        : latest == earliest.AddYears(1).AddDays(-1) && earliest.DayOfYear == 1 ? OfYear(earliest.Year, approximate)
        : throw new ArgumentOutOfRangeException(nameof(latest), $"{earliest:O} to {latest:O} is neither a day, a month nor a year.");

    /// <summary>Every day of this date lies before every day of the other.</summary>
    public bool IsCertainlyBefore(PartialDate other) => Latest < other.Earliest;

    /// <summary>Some possible day lies within the two days, both included. A missing bound is open.</summary>
    public bool Overlaps(DateOnly? from, DateOnly? to) =>
        (from is null || Latest >= from) && (to is null || Earliest <= to);

    public int CompareTo(PartialDate? other) =>
        other is null ? 1
        : Earliest != other.Earliest ? Earliest.CompareTo(other.Earliest)
        : Latest.CompareTo(other.Latest);

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601 without the approximate mark: the machine form of HTML's <c>datetime</c>.</summary>
    public string ToIso8601() => Precision switch
    {
        DatePrecision.Day => Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DatePrecision.Month => Earliest.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => Earliest.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The form it is exported and typed in: <c>2021-09</c>, approximate <c>2021-09~</c>.</summary>
    public override string ToString() => IsApproximate ? ToIso8601() + "~" : ToIso8601();

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">It is in none of the forms that <see cref="TryParse"/> reads.</exception>
    public static PartialDate Parse(string s) =>
        TryParse(s, out var date)
            ? date
            : throw new FormatException($"'{s}' is not a date: write 2021, 2021-09 or 2021-09-06; add c. in front when it is approximate.");

    /// <summary>
    /// Reads <c>2021</c>, <c>2021-09</c>, <c>2021-09-06</c>; approximate with <c>~</c> behind or <c>c.</c>, <c>ca.</c> or <c>~</c> before it.
    /// Refuses days that do not exist and years outside 1800–2200.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out PartialDate? result)
    {
        result = null;
        if (s is null || s.Length > 32)
            return false;

        var match = Written().Match(s);
        if (!match.Success)
            return false;

        var approximate = match.Groups["before"].Success || match.Groups["after"].Success;
        var year = Number(match.Groups["year"]);
        if (year is < FirstYear or > LastYear)
            return false;

        if (!match.Groups["month"].Success)
        {
            result = OfYear(year, approximate);
            return true;
        }

        var month = Number(match.Groups["month"]);
        if (month is < 1 or > 12)
            return false;

        if (!match.Groups["day"].Success)
        {
            result = OfMonth(year, month, approximate);
            return true;
        }

        var day = Number(match.Groups["day"]);
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;

        result = OfDay(new DateOnly(year, month, day), approximate);
        return true;

        static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"^\s*(?<before>c\.?\s*|ca\.?\s*|~\s*)?(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}))?)?(?<after>~)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Written();
}
