using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Solidarity;

public sealed class BirthdaysTests(Register register) : IClassFixture<Register>
{
    [Theory]
    [InlineData("1980-03-05", "2026-03-05", "2026-03-05")]
    [InlineData("1980-03-05", "2026-03-06", "2027-03-05")]
    [InlineData("1980-02-29", "2026-02-10", "2026-02-28")]
    [InlineData("1980-02-29", "2028-02-10", "2028-02-29")]
    [InlineData("1980-02-29", "2026-03-01", "2027-02-28")]
    [InlineData("1980-12-31", "2026-12-31", "2026-12-31")]
    [InlineData("1980-01-01", "2026-12-31", "2027-01-01")]
    public void Next_ADay_IsTheFirstBirthdayFromIt(string born, string from, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), Birthdays.Next(DateOnly.Parse(born, null), DateOnly.Parse(from, null)));

    [Theory]
    [InlineData("1980-03-05", true)]
    [InlineData("1980-03-05~", false)]
    [InlineData("1980-03", false)]
    [InlineData("1980", false)]
    [InlineData(null, false)]
    public void HasDay_OnlyWhatIsKnownToTheDay(string? born, bool expected) =>
        Assert.Equal(expected, Birthdays.HasDay(born is null ? null : PartialDate.Parse(born)));

    [Theory]
    [InlineData("2026-02-28", new[] { "1980-02-28", "1980-02-29" })]
    [InlineData("2028-02-28", new[] { "1980-02-28" })]
    [InlineData("2028-02-29", new[] { "1980-02-29" })]
    [InlineData("2026-01-31", new string[0])]
    public async Task WithBirthdayOn_Days_FindsWhoTheCalendarWould(string day, string[] expected)
    {
        await using var work = register.Work();
        var group = $"Born {day}";
        foreach (var born in new[] { "1980-02-28", "1980-02-29", "1980-02", "1980", "1980-02-28~", "1980-03-01" })
            await work.PrisonerAsync(Valid.Prisoner($"{group} {born}") with { BornOn = PartialDate.Parse(born) });
        await work.PrisonerAsync(Valid.Prisoner($"{group} never"));
        var people = work.Context.Prisoners.Where(p => p.DisplayName.StartsWith(group));

        var found = await people.WithBirthdayOn([DateOnly.Parse(day, null)]).ToListAsync();
        var someDay = await people.WithBirthdayOn([], 2).ToListAsync();

        Assert.Equal(expected, found.Select(p => p.BornOn!.ToString()).Order());
        Assert.Equal(["1980-02"], someDay.Select(p => p.BornOn!.ToString()));
    }
}
