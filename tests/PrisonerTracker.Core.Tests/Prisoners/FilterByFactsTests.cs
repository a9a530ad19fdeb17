using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Prisoners;

/// <summary>The list filtered by what is recorded of people beside their names and dates; and by what is withheld of them, which finds nobody.</summary>
public sealed class FilterByFactsTests(FilterByFactsTests.FilledRegister register) : IClassFixture<FilterByFactsTests.FilledRegister>
{
    private const string ColonyA = "by-colony-a";
    private const string ColonyB = "by-colony-b";

    private static readonly DateOnly Today = new(2026, 1, 15);

    /// <summary>Alpha is held and known of in everything; Beta was freed; Gamma serves for life and letters do not arrive; of Hidden every part is withheld.</summary>
    public sealed class FilledRegister(RegisterDatabases databases) : IAsyncLifetime
    {
        public Register Register { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await Register.InitializeAsync();
            await using var work = Register.Work();
            var viasna = (await work.Organisations.AddAsync("viasna", LocalizedText.English("Viasna"), "BY", Valid.Submission())).Subjects[0];
            var pen = (await work.Organisations.AddAsync("pen", LocalizedText.English("PEN"), null, Valid.Submission())).Subjects[0];

            var alpha = await AddAsync(work, "Alpha", pen, "1990", "Flutist, café-owner", "Настаўніца; ёлачныя ўпрыгажэнні", Visibility.Public);
            await DesignateAsync(work, alpha, viasna);
            Register.Clock.Advance(TimeSpan.FromDays(1));

            var beta = await work.PrisonerAsync(Valid.Prisoner("Beta") with { Citizenships = ["LV"], Occupation = LocalizedText.English("Owner of a CAFÉ") });
            await DesignateAsync(work, beta, viasna, "2024-01");
            var ended = await work.Imprisonments.AddAsync(
                beta,
                Valid.Imprisonment("2020-01") with
                {
                    Charges = [new ChargeDetails { Article = "342", Steps = [new(ChargeStatus.Convicted)] }],
                    Sentences =
                    [
                        new SentenceDetails { DecidedOn = PartialDate.Parse("2020-09-15"), Penalty = Penalty.Imprisonment, Term = Term.Of(2, 11) },
                        new SentenceDetails { DecidedOn = PartialDate.Parse("2021-02"), Instance = Instance.Appeal, Outcome = DecisionOutcome.Upheld },
                    ],
                    Placements = [Stay("Colony B", "2020-10", "2021-03") with { Incommunicado = true }, Stay("Colony A", "2021-03", null)],
                },
                Valid.Submission());
            await work.Releases.RecordAsync(ended.Subjects[1], 1, Valid.Release("2022-06"), Valid.Submission());
            await work.Facts.AddAsync(beta, new LetterAddressDetails { Lines = "Home" }, Valid.Submission());
            await work.Facts.AddAsync(
                beta, new RiskFactorDetails { Kind = RiskKind.Illness, Visibility = Visibility.Public, UntilOn = PartialDate.Parse("2022") }, Valid.Submission());
            Register.Clock.Advance(TimeSpan.FromDays(1));

            var gamma = await work.PrisonerAsync(Valid.Prisoner("Gamma") with { BornOn = PartialDate.Parse("1966-01-15"), Citizenships = ["BY", "LV"] });
            await work.Imprisonments.AddAsync(
                gamma,
                Valid.Imprisonment("2021") with { Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022"), Penalty = Penalty.LifeImprisonment }] },
                Valid.Submission());
            await work.Facts.AddAsync(gamma, new LetterAddressDetails { Lines = "Colony", Passage = LetterPassage.Yes, KnownOn = PartialDate.Parse("2023") }, Valid.Submission());
            await work.Facts.AddAsync(gamma, new LetterAddressDetails { Passage = LetterPassage.No, KnownOn = PartialDate.Parse("2024") }, Valid.Submission());
            await work.Facts.AddAsync(gamma, new LetterAddressDetails { Lines = "Another", Passage = LetterPassage.Unknown, KnownOn = PartialDate.Parse("2025") }, Valid.Submission());
            Register.Clock.Advance(TimeSpan.FromDays(1));

            var delta = await work.PrisonerAsync(Valid.Prisoner("Delta"));
            await work.Imprisonments.AddAsync(delta, Valid.Imprisonment("2025-12") with { Charges = [new ChargeDetails { Article = "130" }] }, Valid.Submission());
            await work.Facts.AddAsync(delta, new RiskFactorDetails { Kind = RiskKind.MinorChildren, Visibility = Visibility.EditorsOnly }, Valid.Submission());
            Register.Clock.Advance(TimeSpan.FromDays(1));

            var hidden = await AddAsync(work, "Hidden", pen, "1950", "Flutist, café-owner", "Настаўніца; ёлачныя ўпрыгажэнні", Visibility.EditorsOnly);
            await work.Prisoners.SetConsentAsync(hidden, 1, new() { WithheldParts = Enum.GetValues<PersonPart>() }, Valid.Submission("Asked for"));
        }

        public ValueTask DisposeAsync() => Register.DisposeAsync();

        private static async Task<Guid> AddAsync(Work work, string name, Guid organisation, string born, string occupation, string belarusian, Visibility risk)
        {
            var id = await work.PrisonerAsync(Valid.Prisoner(name) with
            {
                BornOn = PartialDate.Parse(born),
                Citizenships = ["BY", "US"],
                Occupation = LocalizedText.English(occupation).With("be", belarusian),
            });
            await DesignateAsync(work, id, organisation);
            await work.Imprisonments.AddAsync(
                id,
                Valid.Imprisonment("2021-05") with
                {
                    Charges = [new ChargeDetails { Article = "361", Steps = [new(ChargeStatus.UnderAppeal)] }],
                    Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022-03"), Penalty = Penalty.Imprisonment, Term = Term.Of(11) }],
                    Placements = [Stay("Colony A", "2022-04", "2023-01"), Stay("Colony B", "2023-01", null) with { Incommunicado = true }],
                },
                Valid.Submission());
            await work.Facts.AddAsync(id, new LetterAddressDetails { Lines = "Colony B", Passage = LetterPassage.Partly, KnownOn = PartialDate.Parse("2024") }, Valid.Submission());
            await work.Facts.AddAsync(id, new RiskFactorDetails { Kind = RiskKind.Illness, Visibility = risk }, Valid.Submission());
            return id;
        }

        private static async Task DesignateAsync(Work work, Guid id, Guid organisation, string? withdrawnOn = null) =>
            await work.Prisoners.AddFactsAsync(
                id,
                new() { Designations = [new DesignationDetails { OrganisationId = organisation, WithdrawnOn = withdrawnOn is null ? null : PartialDate.Parse(withdrawnOn) }] },
                Valid.Submission());

        private static PlacementDetails Stay(string facility, string from, string? until) => new()
        {
            Facility = LocalizedText.English(facility),
            FromOn = PartialDate.Parse(from),
            UntilOn = until is null ? null : PartialDate.Parse(until),
        };
    }

    public static TheoryData<PrisonerFilter, string> Filters => new()
    {
        { new PrisonerFilter(), "Alpha Beta Delta Gamma Hidden Other" },
        { new PrisonerFilter { Stage = LegalStage.UnderAppeal }, "Alpha Hidden" },
        { new PrisonerFilter { Stage = LegalStage.Convicted }, "Beta Gamma" },
        { new PrisonerFilter { Stage = LegalStage.Charged }, "Delta" },
        { new PrisonerFilter { Stage = LegalStage.Unknown }, "Other" },
        { new PrisonerFilter { DesignatedBy = "viasna" }, "Alpha" },
        { new PrisonerFilter { DesignatedBy = "pen" }, "Alpha Hidden" },
        { new PrisonerFilter { DesignatedBy = "nobody" }, "" },
        { new PrisonerFilter { Facility = ColonyB }, "Alpha" },
        { new PrisonerFilter { Facility = ColonyA }, "Beta" },
        { new PrisonerFilter { Facility = "nowhere" }, "" },
        { new PrisonerFilter { Incommunicado = true }, "Alpha" },
        { new PrisonerFilter { TermAtLeast = 2 }, "Alpha Beta Gamma Hidden" },
        { new PrisonerFilter { TermAtLeast = 3 }, "Alpha Gamma Hidden" },
        { new PrisonerFilter { TermAtLeast = 11 }, "Alpha Gamma Hidden" },
        { new PrisonerFilter { TermAtLeast = 12 }, "Gamma" },
        { new PrisonerFilter { Occupation = "flutist" }, "Alpha" },
        { new PrisonerFilter { Occupation = "CAFE OWN" }, "Alpha Beta" },
        { new PrisonerFilter { Occupation = "owner cafe flute" }, "" },
        { new PrisonerFilter { Occupation = "елачныя упрыг" }, "Alpha" },
        { new PrisonerFilter { Occupation = "ўніца" }, "" }, // within a word, not at its beginning
        { new PrisonerFilter { Occupation = "%" }, "Alpha Beta Delta Gamma Other" }, // no word, and whoever's is withheld is not looked at
        { new PrisonerFilter { Citizenship = "US" }, "Alpha" },
        { new PrisonerFilter { Citizenship = "LV" }, "Beta Gamma" },
        { new PrisonerFilter { Citizenship = "DE" }, "" },
        { new PrisonerFilter { SentencedFrom = new DateOnly(2022, 3, 31), SentencedUntil = new DateOnly(2022, 3, 31) }, "Alpha Gamma Hidden" },
        { new PrisonerFilter { SentencedUntil = new DateOnly(2020, 9, 15) }, "Beta" },
        { new PrisonerFilter { SentencedFrom = new DateOnly(2020, 9, 16), SentencedUntil = new DateOnly(2021, 12, 31) }, "" }, // a decision that upheld another is no sentence
        { new PrisonerFilter { AtRisk = true, Today = Today }, "Alpha Gamma" },
        { new PrisonerFilter { AtRisk = true, Today = Today.AddDays(-1) }, "Alpha" }, // sixty the day after
        { new PrisonerFilter { AtRisk = true, Today = new DateOnly(2022, 12, 31) }, "Alpha Beta" },
        { new PrisonerFilter { AtRisk = true, Today = Today, ForEditors = true }, "Alpha Delta Gamma Hidden" },
        { new PrisonerFilter { CanBeWrittenTo = true }, "Alpha" },
        { new PrisonerFilter { UpdatedSince = new DateOnly(2026, 1, 18) }, "Delta Hidden" },
        { new PrisonerFilter { Stage = LegalStage.UnderAppeal, DesignatedBy = "viasna", Facility = ColonyB, Incommunicado = true, TermAtLeast = 11, Occupation = "flutist", Citizenship = "BY", AtRisk = true, CanBeWrittenTo = true, SentencedFrom = new DateOnly(2022, 1, 1), UpdatedSince = new DateOnly(2020, 1, 1), Today = Today }, "Alpha" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Apply_PublishedPeople_FindsExactlyThese(PrisonerFilter filter, string expected)
    {
        ArgumentNullException.ThrowIfNull(filter);
        foreach (var forEditors in new[] { false, true })
        {
            if (filter.ForEditors && !forEditors)
                continue;
            await using var work = register.Register.Work();
            (work.Context.ShowUnpublished, work.Context.ShowWithheld) = (forEditors, forEditors);

            var found = await filter.Order(filter.Apply(work.Context.Prisoners)).Select(p => p.DisplayName).ToListAsync();

            Assert.Equal(expected, string.Join(' ', found.Select(n => n.Split(' ')[0])));
            Assert.Equal(found.Count, await filter.Apply(work.Context.Prisoners).CountAsync());
        }
    }

    [Fact]
    public async Task CanBeWrittenTo_Everybody_AreThoseWhoseRouteIsOpen()
    {
        await using var work = register.Register.Work();
        work.Context.ShowWhatReadersSee();
        var people = await work.Context.Prisoners.Where(p => Standing.Held.Contains(p.Standing.Custody)).Select(p => new
        {
            p.DisplayName,
            Addresses = p.LetterAddresses.Select(a => new WrittenAddress(a.LetterAddressId, a.Lines, a.Language, a.Script, a.Passage, a.KnownOn, a.Note)).ToList(),
        }).ToListAsync();

        var found = await new PrisonerFilter { CanBeWrittenTo = true }.Apply(work.Context.Prisoners).Select(p => p.DisplayName).ToListAsync();

        Assert.Equal(people.Where(p => LetterRoute.Of(p.Addresses).IsOpen).Select(p => p.DisplayName), found);
    }

    [Theory]
    [InlineData("Flutist, café-owner")]
    [InlineData("ЖУРНАЛІСТКА; настаўніца — ўрач, йог, ёлка, їжак, Ґудзік")]
    [InlineData("Мастер спорта по дзюдо (1985), кандидат техн. наук")]
    [InlineData("d’Arc Дар'я O`Neill мір\u00adны")]
    [InlineData("Łódź Øre Đak Straße Æsir œuvre İstanbul ılık")]
    [InlineData("مُعَلِّم 教師 ครู शिक्षक")]
    [InlineData("%_\\ 100%")]
    [InlineData("")]
    public async Task FoldedWords_AnyText_AreThoseOfTheApplication(string text)
    {
        await using var work = register.Register.Work();

        var folded = await work.Context.Database
            .SqlQueryRaw<string>("""SELECT folded_words(jsonb_build_object('en', {0}::text)) AS "Value" """, text).SingleAsync();

        Assert.Equal(SearchText.Words(text), folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(folded.StartsWith(' ') && folded.EndsWith(' '));
    }

    [Fact]
    public async Task Offered_OnlyWhatReadersCanSee()
    {
        await using var work = register.Register.Work();

        var offered = await OfferedFilters.ReadAsync(work.Context);

        string Of(string parameter) => string.Join(' ', offered.For(parameter).Select(f => f.Value));
        Assert.Equal(
            ("BY", "BY LV US", "130 342 361", "pen viasna", $"{ColonyA} {ColonyB}", ""),
            (Of("country"), Of("citizenship"), Of("article"), Of("designatedBy"), Of("facility"), Of("tag")));
        Assert.Equal("Viasna", offered.NameOf("designatedBy", "viasna")?.ToString());
        Assert.Null(offered.NameOf("facility", "nowhere"));
    }

    [Fact]
    public async Task Offered_WithheldAndWithdrawn_AreNot()
    {
        await using var own = new Register(register.Register.Databases);
        await own.InitializeAsync();
        await using var work = own.Work();
        var organisation = (await work.Organisations.AddAsync("committee", LocalizedText.English("Committee"), null, Valid.Submission())).Subjects[0];
        var id = await work.PrisonerAsync(Valid.Prisoner("Hidden") with { Citizenships = ["KZ"] });
        await work.Imprisonments.AddAsync(
            id, Valid.Imprisonment() with { Placements = [new PlacementDetails { Facility = LocalizedText.English("Colony C"), FromOn = PartialDate.Parse("2024") }] }, Valid.Submission());
        await work.Prisoners.AddFactsAsync(
            id, new() { Designations = [new DesignationDetails { OrganisationId = organisation, WithdrawnOn = PartialDate.Parse("2024") }] }, Valid.Submission());
        await work.Prisoners.SetConsentAsync(id, 1, new() { WithheldParts = [PersonPart.Citizenship, PersonPart.Placements] }, Valid.Submission("Asked for"));
        var draft = (await work.Prisoners.AddAsync(Valid.Prisoner("Draft") with { Citizenships = ["DE"] }, Valid.Submission())).Subjects[0];
        await work.Imprisonments.AddAsync(draft, Valid.Imprisonment() with { Country = "RU", Charges = [new ChargeDetails { Article = "275" }] }, Valid.Submission());

        var offered = await OfferedFilters.ReadAsync(work.Context);

        Assert.Equal(
            ("BY", 0, 0, 0, 0),
            (string.Join(' ', offered.For("country").Select(f => f.Value)), offered.For("citizenship").Count(), offered.For("designatedBy").Count(), offered.For("facility").Count(), offered.For("article").Count()));
    }

    public static TheoryData<PrisonerFilter, string> Selective => new()
    {
        { new PrisonerFilter { Stage = LegalStage.Acquitted }, "ix_prisoners_by_stage" },
        { new PrisonerFilter { SentencedFrom = new DateOnly(2022, 3, 1), SentencedUntil = new DateOnly(2022, 3, 2) }, "ix_sentences_decided_on" },
        { new PrisonerFilter { Incommunicado = true }, "ix_placements_incommunicado" },
        { new PrisonerFilter { DesignatedBy = "viasna" }, "ix_designations_organisation_id" },
    };

    [Theory]
    [MemberData(nameof(Selective))]
    public async Task Apply_Selective_ReadsItsIndex(PrisonerFilter filter, string index)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var work = register.Register.Work();
        (work.Context.ShowUnpublished, work.Context.ShowWithheld) = (false, false);
        await using var command = (NpgsqlCommand)filter.Apply(work.Context.Prisoners).Select(p => p.PrisonerId).CreateDbCommand();
        await work.Context.Database.OpenConnectionAsync();
        // So few people are read at once whatever the indexes; without that way out the plan is that of a large register.
        await work.Context.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        command.CommandText = "EXPLAIN " + command.CommandText;
        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(0));
        }

        Assert.Contains(index, string.Join('\n', plan), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_OccupationAndCitizenship_AskAsTheirIndexesAreMade()
    {
        using var context = register.Register.Work().Context;
        string Sql(PrisonerFilter filter) => filter.Apply(context.Prisoners).Select(p => p.PrisonerId).ToQueryString();

        Assert.Contains("folded_words(p.occupation) LIKE ", Sql(new PrisonerFilter { Occupation = "flutist" }), StringComparison.Ordinal);
        Assert.Contains(" <@ p.citizenships", Sql(new PrisonerFilter { Citizenship = "US" }), StringComparison.Ordinal);
    }
}
