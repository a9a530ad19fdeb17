using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Merging;

/// <summary>Any two records: what both cited is still cited, the database's rules hold, and undoing leaves every row as it was.</summary>
public sealed class MergeProperties(Register register) : IClassFixture<Register>
{
    private const int Pairs = 40;

    [Fact]
    public async Task MergeThenUndo_AnyTwoRecords_LosesNoCitationAndRestoresEveryRow()
    {
        await using var setup = register.Work();
        var world = await World.CreateAsync(setup);
        var refused = 0;
        for (var seed = 0; seed < Pairs; seed++)
        {
            await using var work = register.Work();
            var random = new Random(seed);
            var (kept, absorbed) = (await world.PersonAsync(work, random, $"{seed} a"), await world.PersonAsync(work, random, $"{seed} b"));
            var (before, cited) = (await work.DumpAsync(), await CitedAsync(work, [kept, absorbed]));
            HashSet<string>? taken = random.Next(2) == 0 ? null : random.Next(2) == 0 ? [] : ["BornOn", "Gender", "Summary", "Citizenships"];
            Guid merge;
            try
            {
                merge = await work.MergeAsync(kept, absorbed, taken, publish: true);
            }
            catch (RuleException)
            {
                refused++;
                Assert.Equal(before, await work.DumpAsync());
                continue;
            }

            var lost = cited.Except(await CitedAsync(work, [kept])).ToList();
            Assert.True(lost.Count == 0, $"Pair {seed} lost {string.Join(", ", lost)}");

            await work.UndoAsync(merge);
            var after = await work.DumpAsync();
            Assert.True(before.SetEquals(after), $"Pair {seed}:\n{string.Join('\n', before.Except(after).Select(r => "- " + r).Concat(after.Except(before).Select(r => "+ " + r)))}");
        }

        Assert.True(refused < Pairs / 4, $"{refused} of {Pairs} pairs were refused");
    }

    // Source and place, for every fact of these people, whatever page shows it.
    private static async Task<HashSet<string>> CitedAsync(Work work, Guid[] people) => (await work.Context.Database.SqlQueryRaw<string>(
        """
        WITH held AS (SELECT imprisonment_id FROM imprisonments WHERE prisoner_id = ANY({0})),
        facts AS (
            SELECT unnest({0}) AS id
            UNION SELECT person_name_id FROM person_names WHERE prisoner_id = ANY({0})
            UNION SELECT honour_id FROM honours WHERE prisoner_id = ANY({0})
            UNION SELECT quotation_id FROM quotations WHERE prisoner_id = ANY({0})
            UNION SELECT designation_id FROM designations WHERE prisoner_id = ANY({0})
            UNION SELECT claim_id FROM claims WHERE prisoner_id = ANY({0})
            UNION SELECT named_person_id FROM named_people WHERE prisoner_id = ANY({0})
            UNION SELECT imprisonment_id FROM held
            UNION SELECT charge_id FROM charges JOIN held USING (imprisonment_id)
            UNION SELECT sentence_id FROM sentences JOIN held USING (imprisonment_id)
            UNION SELECT placement_id FROM placements JOIN held USING (imprisonment_id)
            UNION SELECT hearing_id FROM hearings JOIN held USING (imprisonment_id)
            UNION SELECT release_id FROM releases JOIN held USING (imprisonment_id))
        SELECT source_id || coalesce(' ' || locator, '') AS "Value" FROM citations
        WHERE coalesce(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, claim_id, named_person_id, imprisonment_id,
            charge_id, sentence_id, placement_id, hearing_id, release_id) IN (SELECT id FROM facts)
        """,
        people).ToListAsync()).ToHashSet();

    /// <summary>A small world, so that two people of it often share names, articles, courts and events.</summary>
    private sealed record World(Guid[] Sources, Guid[] Organisations, Guid[] Events)
    {
        private static readonly string[] Detained = ["2020", "2020-08", "2020-08-09", "2021-09", "2021-09-06", "2023", "2024-01-15"];
        private static readonly string[] Released = ["2020-08-20", "2020-12", "2022-05-01", "2025-09-11", "2025-12-13", "2025"];

        public static async Task<World> CreateAsync(Work work)
        {
            var sources = new List<Guid>();
            foreach (var publisher in new[] { "Gazette", "Herald", "Courier", "Tribune" })
                sources.Add(await work.SourceAsync(publisher));
            var organisations = new List<Guid>();
            foreach (var name in new[] { "Centre One", "Centre Two" })
                organisations.Add((await work.Organisations.AddAsync(Slug.Of(name), LocalizedText.English(name), null, Valid.Submission())).Subjects[0]);
            var events = new List<Guid>();
            foreach (var day in new[] { "2025-09-11", "2025-12-13" })
                events.Add((await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent() with { HappenedOn = PartialDate.Parse(day) }, Valid.Submission())).Subjects[0]);
            return new World([.. sources], [.. organisations], [.. events]);
        }

        public async Task<Guid> PersonAsync(Work work, Random random, string own)
        {
            var details = new PrisonerDetails
            {
                Names = [.. Some(random, ["Ales Novik", "Алесь Новік", "Олег Новик", $"Person {own}"], 1).DistinctBy(LanguageOf).Select(n => new NameDetails
                {
                    Full = n, Language = LanguageOf(n), Citations = Cited(random, null),
                })],
                BornOn = Date(random, ["1970", "1970-05", "1970-05-06", "1971"]),
                Gender = random.Next(2) == 0 ? Gender.Male : Gender.Unknown,
                Citizenships = random.Next(2) == 0 ? ["BY"] : ["BY", "LV"],
                Summary = LocalizedText.English(Pick(random, ["", "A teacher.", "A journalist."])),
                Citations = [.. Cited(random, "BornOn"), .. Cited(random, null), .. Cited(random, "Summary")],
            };
            var prisonerId = await work.PrisonerAsync(details);
            if (random.Next(4) == 0)
                await work.Prisoners.SetPublicationAsync(prisonerId, Publication.Draft, Valid.Submission());
            for (var i = random.Next(4); i > 0; i--)
                await TryImprisonAsync(work, random, prisonerId);
            await work.Prisoners.AddFactsAsync(prisonerId, Facts(random), Valid.Submission());
            return prisonerId;
        }

        private async Task TryImprisonAsync(Work work, Random random, Guid prisonerId)
        {
            try
            {
                var added = await work.Imprisonments.AddAsync(prisonerId, Imprisonment(random), Valid.Submission() with { IsUnattended = true });
                for (var i = random.Next(3); i > 0; i--)
                    await work.Hearings.AddAsync(added.Subjects[1], Hearing(random), Valid.Submission() with { IsUnattended = true });
                var imprisonment = await work.Context.Imprisonments.AsNoTracking().SingleAsync(i => i.ImprisonmentId == added.Subjects[1]);
                if (random.Next(2) == 0 || imprisonment.Kind == ImprisonmentKind.InAbsentia)
                    return;
                var eventId = random.Next(2) == 0 ? Pick(random, Events) : (Guid?)null;
                await work.Releases.RecordAsync(imprisonment.ImprisonmentId, 1, Release(random) with { ReleaseEventId = eventId }, Valid.Submission());
                if (random.Next(4) == 0)
                {
                    await work.Releases.UndoAsync(
                        imprisonment.ImprisonmentId, 2, Valid.Undo(random.Next(2) == 0 ? UndoKind.ReturnedToCustody : UndoKind.RecordedInError), Valid.Submission());
                }
            }
            catch (RuleException)
            {
                // Two that overlap: this person has one less.
            }
        }

        private ImprisonmentDetails Imprisonment(Random random) => random.Next(8) == 0
            ? new ImprisonmentDetails { Country = "BY", Kind = ImprisonmentKind.InAbsentia, Charges = Charges(random), Citations = Cited(random, null) }
            : new ImprisonmentDetails
            {
                Country = random.Next(6) == 0 ? "RU" : "BY",
                DetainedOn = Date(random, Detained),
                DetentionPlace = LocalizedText.English(Pick(random, ["", "Minsk", "Hrodna"])),
                DetainedBy = Pick(random, [null, "KGB", "Police"]),
                Charges = Charges(random),
                Sentences = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new SentenceDetails
                {
                    Court = LocalizedText.English(Pick(random, ["", "Minsk City Court"])),
                    DecidedOn = Date(random, ["2022", "2022-03", "2022-03-03", "2022-04-01"]),
                    Instance = random.Next(3) == 0 ? Instance.Appeal : Instance.First,
                    Penalty = Penalty.Imprisonment,
                    Term = random.Next(3) == 0 ? null : Term.Of(random.Next(9, 12)),
                    Citations = Cited(random, null),
                })],
                Placements = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new PlacementDetails
                {
                    Facility = LocalizedText.English(Pick(random, ["Colony One", "Prison Two"])),
                    FromOn = Date(random, ["2022-05", "2023"]),
                    InIsolation = random.Next(2) == 0,
                    Citations = Cited(random, null),
                })],
                Release = random.Next(3) == 0 ? Release(random) : null,
                Citations = [.. Cited(random, null), .. Cited(random, "DetainedOn")],
            };

        private HearingDetails Hearing(Random random) => new()
        {
            Kind = Pick(random, [HearingKind.Trial, HearingKind.Appeal]),
            Status = Pick(random, Enum.GetValues<HearingStatus>().Except([HearingStatus.Held]).ToArray()),
            HeardOn = PartialDate.Parse(Pick(random, ["2022-03", "2022-03-03", "2026-02-03"])),
            Court = LocalizedText.English(Pick(random, ["", "Minsk City Court", "Supreme Court"])),
            IsClosed = random.Next(2) == 0,
            Citations = Cited(random, null),
        };

        private ReleaseDetails Release(Random random) => Valid.Release(Pick(random, Released)) with
        {
            Ground = Pick(random, [ReleaseGround.NotStated, ReleaseGround.Pardon, ReleaseGround.Exchange]),
            DestinationCountry = Pick(random, [null, "LT", "UA"]),
            Citations = [.. Cited(random, null), .. Cited(random, "ReleasedOn")],
        };

        private List<ChargeDetails> Charges(Random random) =>
        [
            .. Some(random, ["130", "342", "361-1"], 0).Select(a => new ChargeDetails
            {
                Article = a,
                Steps = Pick<IReadOnlyList<ChargeStepDetails>>(random,
                [
                    [new(ChargeStatus.Laid)],
                    [new(ChargeStatus.Laid, PartialDate.Parse("2021-10")), new(ChargeStatus.Convicted)],
                    [new(ChargeStatus.Investigated), new(ChargeStatus.Dropped, PartialDate.Parse("2021-11-02"))],
                ]),
                Citations = Cited(random, null),
            }),
        ];

        private PersonFacts Facts(Random random) => new()
        {
            Honours = [.. Some(random, ["A prize", "A medal"], 0).Select(h => new HonourDetails { Title = LocalizedText.English(h), Citations = Cited(random, null) })],
            Quotations = [.. Some(random, ["I am free.", "We go on."], 0).Select(q => new QuotationDetails { Text = LocalizedText.English(q), Citations = Cited(random, null) })],
            Designations = [.. Some(random, Organisations, 0).Select(o => new DesignationDetails { OrganisationId = o, DesignatedOn = Date(random, ["2021-10", "2022"]), Citations = Cited(random, null) })],
            Claims = [.. Some(random, ["Freed.", "Still inside."], 0).Take(1).Select(c => new ClaimDetails
            {
                Topic = ClaimTopic.Release, Statement = LocalizedText.English(c), IsPreferred = true, PreferredBecause = LocalizedText.English("It is later."), Citations = Cited(random, null),
            })],
        };

        private List<CitationDetails> Cited(Random random, string? field) =>
            [.. Some(random, Sources, 0).Take(2).Select(s => new CitationDetails(s, random.Next(3) == 0 ? $"page {random.Next(1000)}" : null, field))];

        private static string LanguageOf(string name) => name[0] < 128 ? "en" : name[0] == 'А' ? "be" : "ru";

        private static PartialDate? Date(Random random, string[] dates) => random.Next(4) == 0 ? null : PartialDate.Parse(Pick(random, dates));

        private static T Pick<T>(Random random, T[] among) => among[random.Next(among.Length)];

        private static List<T> Some<T>(Random random, T[] among, int atLeast) =>
            [.. random.GetItems(Enumerable.Range(0, among.Length).ToArray(), random.Next(atLeast, among.Length + 1)).Distinct().Select(i => among[i])];
    }
}
