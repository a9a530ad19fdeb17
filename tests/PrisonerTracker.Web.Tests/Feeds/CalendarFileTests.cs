using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Web.Feeds;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

public sealed class CalendarFileTests
{
    private static readonly string[] Pieces = ["Марыя Калеснікава", "ў", "Ґ", "é", "字", "😀", "👩‍👩‍👧", " ", ",", ";", "\\", ":", "\n", "\"", "a", "BEGIN:VEVENT", "\\n", "é́"];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Write_AnyText_IsFoldedBetweenCharactersAndComesBackAsItWas() =>
        Prop.ForAll(Texts, Texts, (title, text) =>
        {
            var entry = Assert.Single(ContentLines.Events(Written(Entry() with { Title = title, Text = text })));
            return entry["SUMMARY"] == title && entry["DESCRIPTION"] == text;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_LongCyrillic_HasNoLineOfMoreThan75Octets()
    {
        var name = string.Concat(Enumerable.Repeat("Вяргінскі-Доўнар-Запольскі ", 40));

        Assert.Equal(name, ContentLines.Events(Written(Entry() with { Title = name }))[0]["SUMMARY"]);
    }

    [Theory]
    [InlineData("2020-02-29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")]
    [InlineData("2020-02-28", "FREQ=YEARLY")]
    public void Write_Yearly_ComesEveryYearOn29FebruaryToo(string day, string rule)
    {
        var entry = ContentLines.Events(Written(Entry() with { From = DateOnly.Parse(day, null), IsYearly = true }))[0];

        Assert.Equal(rule, entry["RRULE"]);
        Assert.Equal(day.Replace("-", "", StringComparison.Ordinal), entry["DTSTART"]);
    }

    [Fact]
    public void Write_ControlCharacters_AreLeftOut() =>
        Assert.Equal("AB", ContentLines.Events(Written(Entry() with { Title = "A\u0000\u0007\u001BB" }))[0]["SUMMARY"]);

    [Fact]
    public void Write_Calendar_IsWhatSubscribersNeed()
    {
        var lines = ContentLines.Read(Written(Entry()));

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Contains("METHOD:PUBLISH", lines);
        Assert.Contains(lines, l => l.StartsWith("PRODID:", StringComparison.Ordinal));
        Assert.Contains("X-WR-CALNAME:A name\\, with a comma", lines);
    }

    [Fact]
    public void Write_SeveralDays_EndsAfterTheLast()
    {
        var entry = ContentLines.Events(Written(Entry() with { Until = new DateOnly(2026, 3, 9), IsTentative = true }))[0];

        Assert.Equal(("20260305", "20260310", "TENTATIVE"), (entry["DTSTART"], entry["DTEND"], entry["STATUS"]));
    }

    [Fact]
    public void Write_TimeOfDay_IsFloatingAndWithoutAnEndNobodyKnows()
    {
        var calendar = Written(Entry() with { At = new TimeOnly(9, 30), Place = "Суд Цэнтральнага раёна, Мінск; зала 12" });

        Assert.Contains("DTSTART:20260305T093000", ContentLines.Read(calendar));
        var entry = ContentLines.Events(calendar)[0];
        Assert.False(entry.ContainsKey("DTEND"));
        Assert.Equal("Суд Цэнтральнага раёна, Мінск; зала 12", entry["LOCATION"]);
        Assert.False(ContentLines.Events(Written(Entry()))[0].ContainsKey("LOCATION"));
    }

    [Fact]
    public void Write_TheSameTwice_IsTheSameToTheByte() =>
        Assert.Equal(Written(Entry()), Written(Entry()));

    private static byte[] Written(CalendarEntry entry) => new CalendarFile("A name, with a comma", "What it is", [entry]).Write();

    private static CalendarEntry Entry() => new()
    {
        Id = Guid.Parse("b6a1c4a2-7f0e-8a52-9a3c-0b6f0f3b5a11"),
        From = new DateOnly(2026, 3, 5),
        Title = "A title",
        Text = "A text",
        Address = "https://register.example/prisoners/somebody",
        Category = "Birthday",
        ChangedAt = new DateTime(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc),
        Sequence = 20,
    };
}
