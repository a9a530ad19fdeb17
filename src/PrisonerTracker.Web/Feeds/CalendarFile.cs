using System.Globalization;
using System.Text;

namespace PrisonerTracker.Web.Feeds;

/// <summary>A day, several, or a time of one, in a calendar.</summary>
internal sealed record CalendarEntry
{
    /// <summary>Stays the same for as long as the entry is about the same thing.</summary>
    public required Guid Id { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day; the first one when there is no other.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>When it begins by the clocks of the place, whichever zone they are in; nobody knows how long it takes.</summary>
    public TimeOnly? At { get; init; }

    public bool IsYearly { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Address { get; init; }
    /// <summary>Where it is, in words.</summary>
    public string Place { get; init; } = "";

    public required string Category { get; init; }

    /// <summary>Nobody knows that it will be so.</summary>
    public bool IsTentative { get; init; }

    /// <summary>Whoever has it in a calendar takes it out.</summary>
    public bool IsCancelled { get; init; }

    public required DateTime ChangedAt { get; init; }

    /// <summary>Grows with every change (RFC 5545, 3.8.7.4).</summary>
    public required int Sequence { get; init; }
}

/// <summary>A calendar to subscribe to (RFC 5545).</summary>
internal sealed record CalendarFile(string Name, string Description, IReadOnlyList<CalendarEntry> Entries)
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MostOctets = 75;
    private static readonly DateTime FirstSequence = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A number that grows with the moment of the last change.</summary>
    public static int SequenceOf(DateTime changedAt) => Math.Max(0, (int)(changedAt - FirstSequence).TotalMinutes);

    public byte[] Write()
    {
        var lines = new StringBuilder();
        Line(lines, "BEGIN", "VCALENDAR");
        Line(lines, "VERSION", "2.0");
        Line(lines, "PRODID", "-//PrisonerTracker//Register//EN");
        Line(lines, "METHOD", "PUBLISH");
        foreach (var (property, text) in new[] { ("NAME", Name), ("X-WR-CALNAME", Name), ("DESCRIPTION", Description), ("X-WR-CALDESC", Description) })
            Line(lines, property, Escaped(text));
        Line(lines, "REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        Line(lines, "X-PUBLISHED-TTL", "P1D");
        foreach (var entry in Entries)
            Write(lines, entry);
        Line(lines, "END", "VCALENDAR");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static void Write(StringBuilder lines, CalendarEntry entry)
    {
        Line(lines, "BEGIN", "VEVENT");
        Line(lines, "UID", entry.Id.ToString());
        Line(lines, "DTSTAMP", Moment(entry.ChangedAt));
        Line(lines, "LAST-MODIFIED", Moment(entry.ChangedAt));
        Line(lines, "SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
        if (entry.At is { } time)
        {
            Line(lines, "DTSTART", Local(entry.From, time));
        }
        else
        {
            Line(lines, "DTSTART;VALUE=DATE", Day(entry.From));
            Line(lines, "DTEND;VALUE=DATE", Day((entry.Until ?? entry.From).AddDays(1)));
        }

        if (entry.IsYearly)
            Line(lines, "RRULE", Yearly(entry.From));
        Line(lines, "SUMMARY", Escaped(entry.Title));
        Line(lines, "DESCRIPTION", Escaped(entry.Text));
        if (entry.Place.Length > 0)
            Line(lines, "LOCATION", Escaped(entry.Place));
        Line(lines, "URL", entry.Address);
        Line(lines, "CATEGORIES", Escaped(entry.Category));
        Line(lines, "TRANSP", "TRANSPARENT");
        Line(lines, "STATUS", entry.IsCancelled ? "CANCELLED" : entry.IsTentative ? "TENTATIVE" : "CONFIRMED");
        Line(lines, "END", "VEVENT");
    }

    // The last day of February is the 29th in a year that has one and the 28th in another; a plain yearly rule would leave out three years of four.
    private static string Yearly(DateOnly day) => day is { Month: 2, Day: 29 } ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY";

    // Folded at 75 octets, between characters and never inside one (3.1).
    private static void Line(StringBuilder lines, string property, string value)
    {
        var octets = 0;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
    }

    // 3.3.11; control characters have no place in a line (3.1).
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                escaped.Append("\\n");
            else if (rune.Value is '\\' or ';' or ',')
                escaped.Append('\\').Append(rune.ToString());
            else if (!Rune.IsControl(rune) || rune.Value == '\t')
                escaped.Append(rune.ToString());
        }

        return escaped.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // Without a zone it is the same time of day everywhere (3.3.5, form 1).
    private static string Local(DateOnly day, TimeOnly time) => day.ToDateTime(time).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Moment(DateTime moment) => moment.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
