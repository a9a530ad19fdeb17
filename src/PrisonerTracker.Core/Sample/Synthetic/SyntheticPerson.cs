using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sample.Synthetic;

/// <summary>An invented person, and the place on an event's list of names when freed in one.</summary>
internal sealed record SyntheticPerson(Prisoner Prisoner, Guid? ReleaseEventId, NamedPerson? Named)
{
    private static readonly DateOnly FirstDay = new(2006, 1, 1);
    private static readonly DateOnly FirstDayOfWave = new(2020, 6, 1);
    private static readonly DateOnly LastDetention = new(2025, 11, 30);
    private static readonly LocalizedText Invented = LocalizedText.English("An invented person, for demonstration.");

    /// <summary>The address of the person's profile, the same in every run.</summary>
    public static string SlugOf(int seed, int number) => Slug.Of($"{Identity(new Dice(seed, number)).Names[0].Full} {seed} {number}");

    public static SyntheticPerson Create(SyntheticCatalogue catalogue, int seed, int number, bool withCases, DateTime now)
    {
        var dice = new Dice(seed, number);
        var details = Identity(dice);
        var prisoner = Prisoner.Create(details, Slug.Of($"{details.Names[0].Full} {seed} {number}"), now);
        prisoner.LeaveUncompared();
        if (!dice.Percent(2))
            prisoner.SetPublication(Publication.Published, now);

        if (!withCases)
            return new SyntheticPerson(prisoner, null, null);

        var release = Imprison(prisoner, catalogue, dice, now);
        if (dice.Percent(70))
            Designate(prisoner, catalogue, dice, now);
        if (release?.ReleaseEventId is not { } eventId)
            return new SyntheticPerson(prisoner, null, null);

        var named = NamedPerson.Create(new NamedPersonDetails { WrittenName = prisoner.DisplayName, PrisonerId = prisoner.PrisonerId });
        named.Freed(release);
        return new SyntheticPerson(prisoner, eventId, named);
    }

    private static PrisonerDetails Identity(Dice dice)
    {
        var gender = dice.Weighted((Gender.Male, 79), (Gender.Female, 19), (Gender.Unknown, 1), (Gender.Other, 1));
        return new PrisonerDetails
        {
            Names = SyntheticNames.Of(gender, dice),
            Gender = gender,
            BornOn = BornOn(dice),
            Citizenships = dice.Percent(90) ? ["BY"] : dice.Percent(50) ? ["RU"] : [],
            Summary = Invented,
            IsFictional = true,
        };
    }

    // Of the birth dates in a real list, 24 % are missing and 30 % known to the year or the month only.
    private static PartialDate? BornOn(Dice dice)
    {
        var day = new DateOnly(dice.Between(1950, 1990), 1, 1).AddDays(dice.Below(365));
        return dice.Weighted(("none", 24), ("year", 22), ("month", 8), ("day", 46)) switch
        {
            "year" => PartialDate.OfYear(day.Year, dice.Percent(10)),
            "month" => PartialDate.OfMonth(day.Year, day.Month),
            "day" => PartialDate.OfDay(day),
            _ => null,
        };
    }

    // Returns the last release, when the person is free.
    private static Release? Imprison(Prisoner prisoner, SyntheticCatalogue catalogue, Dice dice, DateTime now)
    {
        var cases = new SyntheticCase(catalogue, dice, now);
        if (dice.Percent(2))
        {
            cases.InAbsentia(prisoner);
            return null;
        }

        var wanted = dice.Weighted((1, 78), (2, 17), (3, 5));
        var from = wanted == 1 && dice.Percent(75) ? FirstDayOfWave : FirstDay;
        var latest = wanted == 1 ? LastDetention : FirstDayOfWave;
        var day = from.AddDays(dice.Below(latest.DayNumber - from.DayNumber));
        for (var n = 1; n < wanted; n++)
        {
            var end = day.AddDays(dice.Between(20, 1800));
            var next = end.AddDays(dice.Between(60, 900)); // two detentions never share a month
            if (next > LastDetention)
                break;
            cases.Held(prisoner, day, end, isFirst: n == 1);
            day = next;
        }

        return cases.Latest(prisoner, day, isFirst: prisoner.Imprisonments.Count == 0);
    }

    private static void Designate(Prisoner prisoner, SyntheticCatalogue catalogue, Dice dice, DateTime now)
    {
        var detained = prisoner.Imprisonments.Max(i => i.DetainedOn?.Latest) ?? new DateOnly(2022, 1, 1);
        var on = NotAfterTheLast(detained.AddDays(dice.Between(3, 40)));
        prisoner.Designate(
            new DesignationDetails
            {
                OrganisationId = catalogue.OrganisationId,
                DesignatedOn = PartialDate.OfDay(on),
                Definition = dice.Percent(60) ? Definition.Guidelines2013 : Definition.Resolution1900,
                Demand = dice.Percent(80) ? Demand.Release : Demand.Retrial,
                WithdrawnOn = dice.Percent(2) ? PartialDate.OfDay(NotAfterTheLast(on.AddDays(dice.Between(10, 200)))) : null,
                Citations = [new(dice.Of(catalogue.Sources))],
            },
            now);
    }

    private static DateOnly NotAfterTheLast(DateOnly day) => day > SyntheticCase.LastDay ? SyntheticCase.LastDay : day;
}
