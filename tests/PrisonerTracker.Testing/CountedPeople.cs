using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Testing;

/// <summary>
/// A few people whose numbers can be counted by hand: detained again, with imprecise dates, tried in absentia, dead in custody, back in
/// prison the day they were freed, withheld in parts or as a whole, and a draft. Beside them stands the person no test is about.
/// </summary>
public static class CountedPeople
{
    public static async Task AddAsync(Work work)
    {
        var again = await AddAsync(work, Valid.Prisoner("Detained Again") with
        {
            Gender = Gender.Female,
            BornOn = Date("1990-01-15"),
            Citizenships = ["BY"],
            Occupation = LocalizedText.English("Teacher"),
        });
        var first = await HeldAsync(work, again, "2020-09", new()
        {
            Country = "BY",
            Charges = [new() { Article = "342" }, new() { Article = "357 part 1" }],
            Sentences = [new() { DecidedOn = Date("2021-02-01"), Penalty = Penalty.Imprisonment, Term = Term.Of(3) }],
            Placements = [new() { Facility = LocalizedText.English("Colony A"), FromOn = Date("2021-06-01") }],
        });
        await work.Releases.RecordAsync(first, 1, Valid.Release("2023-03-01"), Valid.Submission());
        await HeldAsync(work, again, "2024-05-10", new() { Country = "BY", Charges = [new() { Article = "342" }] });

        var vague = await AddAsync(work, Valid.Prisoner("Vague Dates") with
        {
            Gender = Gender.Male,
            BornOn = Date("1985"),
            Citizenships = ["BY", "US"],
            Occupation = LocalizedText.English("teacher"),
        });
        await HeldAsync(work, vague, "2021", new()
        {
            Country = "BY",
            Charges = [new() { Article = "342" }],
            Sentences =
            [
                new() { DecidedOn = Date("2022-02-01"), Penalty = Penalty.Imprisonment, Term = Term.Of(16) },
                new() { DecidedOn = Date("2022-05"), Instance = Instance.Appeal, Outcome = DecisionOutcome.Changed, Penalty = Penalty.Imprisonment, Term = Term.Of(10) },
            ],
            Placements = [new() { Facility = LocalizedText.English("Colony A"), FromOn = Date("2022-06-01") }],
        });

        var absent = await AddAsync(work, Valid.Prisoner("Never Held") with { BornOn = Date("1996") });
        await work.Imprisonments.AddAsync(
            absent,
            Valid.Imprisonment(null) with { Kind = ImprisonmentKind.InAbsentia, Sentences = [new() { DecidedOn = Date("2023-02-02"), InAbsentia = true, Penalty = Penalty.Imprisonment, Term = Term.Of(9) }] },
            Valid.Submission());

        var died = await AddAsync(work, Valid.Prisoner("Died Inside") with
        {
            Gender = Gender.Male,
            BornOn = Date("1970-07"),
            DiedOn = Date("2023-03-03"),
            Citizenships = ["BY"],
            Occupation = LocalizedText.English("Musician"),
        });
        var last = await HeldAsync(work, died, "2022-02-01");
        await work.Releases.RecordAsync(last, 1, Valid.Release("2023-03-03") with { Ground = ReleaseGround.Died }, Valid.Submission());

        var hidden = await AddAsync(work, Valid.Prisoner("Partly Hidden") with
        {
            Gender = Gender.Male,
            BornOn = Date("2009-01-01"),
            Citizenships = ["LV"],
            Occupation = LocalizedText.English("Secretbaker"),
        });
        await HeldAsync(work, hidden, "2025-12-01", new() { Country = "BY", Placements = [new() { Facility = LocalizedText.English("Colony A"), FromOn = Date("2025-12-02") }] });
        await work.Prisoners.SetConsentAsync(hidden, 1, new() { WithheldParts = Enum.GetValues<PersonPart>() }, Valid.Submission("Asked for"));

        var returned = await AddAsync(work, Valid.Prisoner("Back The Same Day") with { Gender = Gender.Male });
        var stay = await HeldAsync(work, returned, "2020-05-31");
        await work.Releases.RecordAsync(stay, 1, Valid.Release("2025-09-11"), Valid.Submission());
        await work.Releases.UndoAsync(stay, 2, Valid.Undo(UndoKind.ReturnedToCustody) with { UndoneOn = Date("2025-09-11") }, Valid.Submission());

        var withheld = await AddAsync(work, Valid.Prisoner("Wholly Withheld") with { Gender = Gender.Female, Citizenships = ["RU"], Occupation = LocalizedText.English("Secretpainter") });
        await HeldAsync(work, withheld, "2024-01-01", new() { Country = "RU", Charges = [new() { Article = "999" }] });
        await work.Prisoners.SetPublicationAsync(withheld, Publication.Withheld, Valid.Submission());

        var draft = await AddAsync(work, Valid.Prisoner("Only Draft") with { Gender = Gender.Female, Citizenships = ["DE"] });
        await HeldAsync(work, draft, "2019-01-01");
        await work.Prisoners.SetPublicationAsync(draft, Publication.Draft, Valid.Submission());
    }

    private static Task<Guid> AddAsync(Work work, PrisonerDetails details) => work.PrisonerAsync(details);

    private static async Task<Guid> HeldAsync(Work work, Guid prisonerId, string detainedOn, ImprisonmentDetails? details = null) =>
        (await work.Imprisonments.AddAsync(prisonerId, (details ?? Valid.Imprisonment()) with { DetainedOn = Date(detainedOn) }, Valid.Submission())).Subjects[1];

    private static PartialDate Date(string text) => PartialDate.Parse(text);
}
