using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Rosters;

/// <summary>
/// Some hundreds of invented lives, entered through the services. Each roster and bridge is compared with an account that knows only what
/// was entered and goes through it day by day, every exact day of an imprecise date in turn.
/// </summary>
public sealed class DayByDayTests(DayByDayTests.Lives lives) : IClassFixture<DayByDayTests.Lives>
{
    private const int People = 240;
    private static readonly DateOnly Today = DateOnly.FromDateTime(Register.Now.UtcDateTime);

    /// <summary>One stay behind bars, as it is typed. Of one that began as restricted liberty, prison took its place later.</summary>
    private sealed record Stay(string From, string? Prison, string? Out, string? Back, string? Until, ReleaseGround Ground);

    private sealed record Statement(string Since, string? Withdrawn);

    private sealed record Person(string Name, bool IsPublished, List<Stay> Stays, List<Statement> Statements, string? Died, bool HasAbsentCase);

    public sealed class Lives(RegisterDatabases databases) : IAsyncLifetime
    {
        public Register Register { get; } = new(databases);
        private readonly List<Person> _people = [];

        internal IReadOnlyList<(string Name, Func<DateOnly, (int Yes, int No)> Held, Func<DateOnly, (int Yes, int No)> Designated, Func<DateOnly, (ReleaseGround? Ground, bool HasDied)> Left)> Accounts =>
            [.. _people.Where(p => p.IsPublished).Select(p => (p.Name, (Func<DateOnly, (int, int)>)(d => Held(p, d)), (Func<DateOnly, (int, int)>)(d => Designated(p, d)), (Func<DateOnly, (ReleaseGround?, bool)>)(d => Left(p, d))))];

        public async ValueTask InitializeAsync()
        {
            await Register.InitializeAsync();
            var dice = new Random(20260115);
            for (var i = 0; i < People; i++)
                _people.Add(Invent(dice, $"Invented Person {i:000}"));
            await using var work = Register.Work();
            var organisation = (await work.Organisations.AddAsync("test", LocalizedText.English("A committee"), null, Valid.Submission())).Subjects[0];
            foreach (var person in _people)
                await EnterAsync(work, organisation, person);
        }

        public ValueTask DisposeAsync() => Register.DisposeAsync();

        private static Person Invent(Random dice, string name)
        {
            var isVague = dice.Next(3) == 0;
            var stays = new List<Stay>();
            var start = new DateOnly(2018, 1, 1).AddDays(dice.Next(900));
            for (var n = dice.Next(0, 3); n >= 0; n--)
            {
                var from = start;
                var isRestriction = dice.Next(6) == 0;
                var prison = isRestriction ? from.AddDays(dice.Next(1, 200)) : (DateOnly?)null;
                var out1 = (prison ?? from).AddDays(dice.Next(40, 300));
                var isUndone = dice.Next(5) == 0;
                var back = out1.AddDays(dice.Next(0, 30));
                var until = back.AddDays(dice.Next(40, 500));
                var isLast = n == 0;
                stays.Add(new Stay(
                    Write(from, isVague && dice.Next(2) == 0), prison is { } p ? Write(p, false) : null,
                    isUndone ? Write(out1, false) : null, isUndone ? Write(back, false) : null,
                    isLast && dice.Next(2) == 0 ? null : Write(until, isVague && dice.Next(2) == 0), dice.GetItems(Grounds, 1)[0]));
                start = until.AddDays(dice.Next(70, 400));
                if (start > new DateOnly(2022, 12, 1))
                    break;
            }

            var statements = new List<Statement>();
            if (dice.Next(5) > 0)
            {
                var since = new DateOnly(2018, 1, 1).AddDays(dice.Next(1500));
                statements.Add(new Statement(Write(since, isVague), dice.Next(4) == 0 ? Write(since.AddDays(dice.Next(60, 900)), isVague) : null));
            }

            var last = stays[^1];
            var died = last.Until is null && last.Out is null && dice.Next(4) == 0 ? Write(Last(last.Prison ?? last.From).AddDays(dice.Next(40, 300)), false) : null;
            return new Person(name, dice.Next(10) > 0, stays, statements, died, dice.Next(8) == 0);
        }

        private static readonly ReleaseGround[] Grounds =
            [ReleaseGround.NotStated, ReleaseGround.Pardon, ReleaseGround.Amnesty, ReleaseGround.Exchange, ReleaseGround.TermServed, ReleaseGround.Acquittal, ReleaseGround.Died];

        private static async Task EnterAsync(Work work, Guid organisation, Person person)
        {
            var added = await work.Prisoners.AddAsync(
                Valid.Prisoner(person.Name) with { IsFictional = true, DiedOn = Date(person.Died) }, Valid.Submission());
            var id = added.Subjects[0];
            await work.Prisoners.AddFactsAsync(
                id,
                new()
                {
                    Designations = [.. person.Statements.Select(s => new DesignationDetails { OrganisationId = organisation, DesignatedOn = Date(s.Since), WithdrawnOn = Date(s.Withdrawn) })],
                },
                Valid.Submission());
            foreach (var stay in person.Stays)
            {
                var details = Valid.Imprisonment(stay.From);
                if (stay.Prison is not null)
                {
                    details = details with
                    {
                        Kind = ImprisonmentKind.RestrictionOfLiberty,
                        Sentences =
                        [
                            new SentenceDetails { DecidedOn = Date(stay.From), Penalty = Penalty.RestrictionOfLibertyAtHome, Term = Term.Of(3) },
                            new SentenceDetails { DecidedOn = Date(stay.Prison), Instance = Instance.Replacement, Penalty = Penalty.Imprisonment, Term = Term.Of(2) },
                        ],
                    };
                }

                var imprisonment = (await work.Imprisonments.AddAsync(id, details, Valid.Submission())).Subjects[1];
                var version = 1;
                if (stay.Out is not null)
                {
                    await work.Releases.RecordAsync(imprisonment, version++, Valid.Release(stay.Out), Valid.Submission());
                    await work.Releases.UndoAsync(imprisonment, version++, Valid.Undo(UndoKind.ReturnedToCustody) with { UndoneOn = Date(stay.Back) }, Valid.Submission());
                }

                if (stay.Until is not null)
                    await work.Releases.RecordAsync(imprisonment, version, Valid.Release(stay.Until) with { Ground = stay.Ground }, Valid.Submission());
            }

            if (person.HasAbsentCase)
                await work.Imprisonments.AddAsync(id, Valid.Imprisonment(null) with { Kind = ImprisonmentKind.InAbsentia, Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2020-02-02"), InAbsentia = true, Penalty = Penalty.Imprisonment, Term = Term.Of(9) }] }, Valid.Submission());
            if (person.IsPublished)
                await work.Prisoners.SetPublicationAsync(id, Publication.Published, Valid.Submission());
        }

        private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

        private static string Write(DateOnly day, bool monthOnly) => day.ToString(monthOnly ? "yyyy-MM" : "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        // How many of the exact courses of a life have the person behind bars at the end of the day, and how many have not.
        private static (int Yes, int No) Held(Person person, DateOnly day)
        {
            // Stays are far apart: only the one that the day may lie in matters.
            var (yes, no) = (0, 0);
            foreach (var stay in person.Stays.Where(s => First(s.From) <= day && (s.Until is null || Last(s.Until) >= day)))
            {
                foreach (var from in Days(stay.From))
                {
                    foreach (var until in stay.Until is null ? [DateOnly.MaxValue] : Days(stay.Until))
                    {
                        var inside = false;
                        if (from <= day && day < until)
                            inside = stay.Prison is null || First(stay.Prison) <= day;
                        if (stay.Out is not null && First(stay.Out) <= day && day < First(stay.Back!))
                            inside = false;
                        if (person.Died is not null && First(person.Died) <= day)
                            inside = false;
                        if (inside)
                            yes++;
                        else
                            no++;
                    }
                }
            }

            return yes + no == 0 ? (0, 1) : (yes, no);
        }

        private static (int Yes, int No) Designated(Person person, DateOnly day)
        {
            var (yes, no) = (0, 0);
            foreach (var statement in person.Statements)
            {
                foreach (var since in Days(statement.Since))
                {
                    foreach (var withdrawn in statement.Withdrawn is null ? [DateOnly.MaxValue] : Days(statement.Withdrawn))
                    {
                        if (since <= day && day < withdrawn)
                            yes++;
                        else
                            no++;
                    }
                }
            }

            return yes + no == 0 ? (0, 1) : (yes, no);
        }

        // The ground of the last release that may have happened by the day, unless a stay has begun since.
        private static (ReleaseGround? Ground, bool HasDied) Left(Person person, DateOnly day)
        {
            var last = person.Stays.LastOrDefault(s => First(s.From) <= day);
            return (last?.Until is not null && First(last.Until) <= day ? last.Ground : null, person.Died is not null && First(person.Died) <= day);
        }

        private static DateOnly First(string date) => Days(date).First();

        private static DateOnly Last(string date) => Days(date).Last();

        private static List<DateOnly> Days(string date)
        {
            var parts = date.Split('-').Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            var days = new List<DateOnly>();
            for (var day = new DateOnly(parts[0], parts[1], 1); day.Month == parts[1]; day = day.AddDays(1))
            {
                if (parts.Length < 3 || day.Day == parts[2])
                    days.Add(day);
            }

            return days;
        }
    }

    private static readonly DateOnly[] Asked = [.. Enumerable.Range(0, 27).Select(n => new DateOnly(2018, 3, 1).AddDays(n * 101))];

    [Fact]
    public async Task Apply_HeldOn_IsTheRosterOfTheAccount()
    {
        await using var work = lives.Register.Work();
        foreach (var day in Asked)
        {
            var filter = new PrisonerFilter { HeldOn = PartialDate.OfDay(day), Today = Today };
            var published = work.Context.Prisoners.Where(p => p.Publication == Publication.Published && p.IsFictional);
            var possible = await filter.Apply(published).Select(p => p.DisplayName).ToListAsync();
            var certain = await (filter with { CertainlyHeld = true }).Apply(published).Select(p => p.DisplayName).ToListAsync();

            Assert.True(lives.Accounts.Count > 200);
            Assert.Equal((day, string.Join('|', Who(a => a.Held(day).Yes > 0))), (day, string.Join('|', possible.Order(StringComparer.Ordinal))));
            Assert.Equal((day, string.Join('|', Who(a => a.Held(day).No == 0))), (day, string.Join('|', certain.Order(StringComparer.Ordinal))));
        }

        IEnumerable<string> Who(Func<(string Name, Func<DateOnly, (int Yes, int No)> Held, Func<DateOnly, (int Yes, int No)> Designated, Func<DateOnly, (ReleaseGround? Ground, bool HasDied)> Left), bool> isHeld) =>
            lives.Accounts.Where(isHeld).Select(a => a.Name).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Bridge_BetweenAnyTwoDays_IsThatOfTheAccount()
    {
        await using var work = lives.Register.Work();
        for (var i = 0; i < Asked.Length - 1; i += 2)
        {
            var (before, after) = (Asked[i], Asked[Math.Min(Asked.Length - 1, i + 1 + i % 5)]);
            var totals = await work.Context.TotalsAsync(before, after, Today);
            var differences = await work.Context.DifferencesAsync(before, after, Today);
            foreach (var atLeast in new[] { Certainty.Certain, Certainty.Possible })
            {
                var bridge = Bridge.Of(totals, differences, atLeast, 0, 0);
                var expected = Account(before, after, atLeast);
                Assert.Equal((before, after, atLeast, expected), (before, after, atLeast, Said(bridge)));
            }
        }
    }

    [Fact]
    public async Task HeldOverTime_EveryDay_IsThatOfTheAccount()
    {
        await using var work = lives.Register.Work();
        var changes = await new Population(work.Context, new PrisonerFilter(), Today).HeldOverTimeAsync(TestContext.Current.CancellationToken);

        for (var day = new DateOnly(2018, 1, 1); day < Today; day = day.AddDays(3))
        {
            var then = changes.LastOrDefault(c => c.Day <= day);
            var held = lives.Accounts.Select(a => a.Held(day)).ToList();
            Assert.Equal((day, held.Count(h => h.No == 0), held.Count(h => h.Yes > 0)), (day, then?.Certain ?? 0, then?.Possible ?? 0));
        }
    }

    private static string Said(Bridge bridge) =>
        $"{bridge.Start} +{string.Join(',', bridge.Came.Select(c => $"{c.Key}:{c.Value}"))} -{string.Join(',', bridge.Went.Select(c => $"{c.Key}:{c.Value}"))} {bridge.End}";

    private string Account(DateOnly before, DateOnly after, Certainty atLeast)
    {
        bool Is((int Yes, int No) courses) => atLeast == Certainty.Certain ? courses.No == 0 : courses.Yes > 0;
        var (start, end) = (0, 0);
        var (came, went) = (new SortedDictionary<Movement, int>(), new SortedDictionary<Movement, int>());
        foreach (var person in lives.Accounts)
        {
            var was = Is(person.Held(before)) && Is(person.Designated(before));
            var stays = Is(person.Held(after)) && Is(person.Designated(after));
            start += was ? 1 : 0;
            end += stays ? 1 : 0;
            if (!was && stays)
            {
                var hadBeen = false;
                for (var day = new DateOnly(2018, 1, 1); day <= before && !hadBeen; day = day.AddDays(1))
                    hadBeen = person.Held(day).No == 0;
                var why = !Is(person.Held(before)) && hadBeen ? Movement.DetainedAgain
                    : !Is(person.Designated(before)) ? Movement.NewlyDesignated
                    : Movement.NewlyDetained;
                came[why] = came.GetValueOrDefault(why) + 1;
            }
            else if (was && !stays)
            {
                var (ground, hasDied) = person.Left(after);
                var why = Is(person.Held(after)) ? Movement.DesignationWithdrawn : ground switch
                {
                    ReleaseGround.Pardon => Movement.Pardoned,
                    ReleaseGround.Amnesty => Movement.Amnestied,
                    ReleaseGround.Exchange => Movement.Exchanged,
                    ReleaseGround.TermServed => Movement.TermServed,
                    ReleaseGround.Acquittal => Movement.Acquitted,
                    ReleaseGround.Died => Movement.Died,
                    null => hasDied ? Movement.Died : Movement.NotHeld,
                    _ => Movement.ReleasedOtherwise,
                };
                went[why] = went.GetValueOrDefault(why) + 1;
            }
        }

        return $"{start} +{string.Join(',', came.Select(c => $"{c.Key}:{c.Value}"))} -{string.Join(',', went.Select(c => $"{c.Key}:{c.Value}"))} {end}";
    }
}
