using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Bulk;

/// <summary>All people here are invented.</summary>
public sealed class BulkRecorderTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task ApplyAsync_Releases_EndImprisonmentsInOneEntryOfTheHistory()
    {
        await using var work = register.Work();
        var (one, _) = await work.HeldAsync("Masavy Adzin");
        var (two, _) = await work.HeldAsync("Masavy Dva");
        await work.Prisoners.SetPublicationAsync(two, Publication.Withheld, Valid.Submission());
        var source = new CitationDetails(await work.SourceAsync("The Masavy Herald"), "page 1");
        var id = await work.DraftAsync(Actions.Release() with { ReleaseGround = ReleaseGround.Amnesty, DestinationCountry = "LT", ForcedOut = true, Citations = [source] }, one, two);
        var submission = Valid.Submission("An amnesty");

        var result = await work.BulkRecorder().ApplyAsync(id, 2 + 1, submission);

        Assert.Equal((WriteOutcome.Written, id, 3), (result.Outcome, result.Subjects[0], result.Subjects.Count));
        foreach (var person in new[] { one, two })
        {
            var release = await work.Context.Releases.Include(r => r.Citations).SingleAsync(r => r.Imprisonment.PrisonerId == person);
            Assert.Equal(("2025-12-13", ReleaseGround.Amnesty, "LT", true, "page 1"), (release.ReleasedOn.ToString(), release.Ground, release.DestinationCountry, release.ForcedOut!.Value, release.Citations.Single().Locator));
        }

        Assert.Equal(Custody.AtLiberty, (await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == one)).Standing.Custody);
        Assert.Equal(Publication.Withheld, (await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == two)).Publication);
        Assert.Equal(1, await work.Context.Changes.CountAsync(c => c.SubjectIds.Contains(id) && c.Action == "bulk_action.applied"));
        Assert.True((await work.Context.Sources.SingleAsync(s => s.SourceId == source.SourceId)).IsPublic);
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task PlanAsync_Release_NamesWhyItCannotBe()
    {
        await using var work = register.Work();
        var (already, imprisonment) = await work.HeldAsync("Uzho Volny");
        await work.Releases.RecordAsync(imprisonment, 1, Valid.Release("2025-01-05"), Valid.Submission());
        var (later, _) = await work.HeldAsync("Pazniej Zatrymany", Valid.Imprisonment("2025-12-20"));
        var never = await work.PrisonerAsync(Valid.Prisoner("Nikoli Zatrymany"));
        var dead = await work.PrisonerAsync(Valid.Prisoner("Pamerla Raniej") with { DiedOn = PartialDate.Parse("2024") });
        var absent = await work.PrisonerAsync(Valid.Prisoner("Zavochna Asudzany"));
        await work.Imprisonments.AddAsync(absent, Valid.Imprisonment(null) with { Kind = ImprisonmentKind.InAbsentia }, Valid.Submission());
        var id = await work.DraftAsync(Actions.Release(), already, later, never, dead, absent);

        var plan = await work.PlanOfAsync(id);

        Assert.Equal(
            ["Nikoli Zatrymany: No detention", "Pamerla Raniej: Pamerla Raniej died on 2024", "Pazniej Zatrymany: Pazniej Zatrymany was not detained by then", "Uzho Volny: Uzho Volny is already released, on 5 January 2025", "Zavochna Asudzany: No detention"],
            plan.Refused.Select(p => $"{p.Name}: {p.Because}").Order(StringComparer.Ordinal).Select(t => t.StartsWith("Nikoli", StringComparison.Ordinal) || t.StartsWith("Zavochna", StringComparison.Ordinal) ? t[..(t.IndexOf("detention", StringComparison.Ordinal) + 9)] : t.StartsWith("Pamerla", StringComparison.Ordinal) ? t[..t.IndexOf(',', StringComparison.Ordinal)] : t.StartsWith("Pazniej", StringComparison.Ordinal) ? t[..(t.IndexOf("then", StringComparison.Ordinal) + 4)] : t.TrimEnd('.')));
        await Assert.ThrowsAsync<RuleException>(() => work.ApplyBulkAsync(id));
        Assert.Equal(ListStatus.Draft, (await work.ReadBulkAsync(id)).Status);
    }

    [Fact]
    public async Task ApplyAsync_Placement_EndsTheStayBefore_AndUndoingOpensItAgain()
    {
        await using var work = register.Work();
        var (before, after, abroad) = (await work.FacilityAsync("Remand prison 7"), await work.FacilityAsync("Colony 77"), await work.FacilityAsync("Colony abroad", "RU"));
        var (moved, first) = await work.HeldAsync("Pieraviedzeny Adzin");
        var (there, second) = await work.HeldAsync("Uzho Tam");
        var (elsewhere, third) = await work.HeldAsync("Pazniej U Inshym");
        var (free, fourth) = await work.HeldAsync("Vyzvalienaja Raniej");
        var (bare, _) = await work.HeldAsync("Biez Miesca");
        await work.Releases.RecordAsync(fourth, 1, Valid.Release("2025-01-05"), Valid.Submission());
        foreach (var (imprisonment, name, from) in new[] { (first, "Remand prison 7", "2024-03"), (second, "Colony 77", "2024-05"), (third, "Remand prison 7", "2025-09-01") })
            await work.Placements.AddAsync(imprisonment, new PlacementDetails { Facility = LocalizedText.English(name), FromOn = PartialDate.Parse(from) }, Valid.Submission());
        var id = await work.DraftAsync(Actions.Move(after) with { Regime = Regime.Strict }, moved, there, elsewhere, free, bare);

        var plan = await work.PlanOfAsync(id);
        Assert.Equal(["Biez Miesca", "Pieraviedzeny Adzin"], plan.Written.Select(p => p.Name));
        Assert.Equal(before, plan.Written.Single(p => p.Name == "Pieraviedzeny Adzin").Ends!.FacilityId);
        Assert.Equal(
            ["Pazniej U Inshym is recorded in another facility after that day", "Uzho Tam is already in that facility, since May 2024.", "Vyzvalienaja Raniej is already released, on 5 January 2025."],
            plan.Refused.Select(p => p.Because!.ToString().Split(':')[0]).Order(StringComparer.Ordinal));
        await work.ApplyBulkAsync(id);

        var stays = await work.StaysAsync(moved);
        Assert.Equal([("Remand prison 7", "2025-06-01"), ("Colony 77", null)], stays.Select(s => (s.Facility!.Label, s.UntilOn?.ToString())));
        Assert.Equal(("2025-06-01", Regime.Strict), (stays[1].FromOn!.ToString(), stays[1].Regime));
        Assert.Equal(1, await work.Context.Changes.CountAsync(c => c.SubjectIds.Contains(moved) && c.SubjectIds.Contains(id)));
        Assert.Contains("already in that facility", (await work.ReadBulkAsync(id)).People.Single(p => p.PrisonerId == there).RefusedBecause!.ToString(), StringComparison.Ordinal);

        await work.BulkRecorder().UndoAsync(id, false, Valid.Submission("The wrong colony"));

        Assert.Equal([("Remand prison 7", null)], (await work.StaysAsync(moved)).Select(s => (s.Facility!.Label, s.UntilOn?.ToString())));
        Assert.Empty(await work.StaysAsync(bare));
        Assert.Equal((ListStatus.Undone, "The wrong colony"), ((await work.ReadBulkAsync(id)).Status, (await work.ReadBulkAsync(id)).UndoneBecause));
        var wrong = await work.DraftAsync(Actions.Move(abroad), bare);
        Assert.Contains("imprisoned in Belarus, and the facility is in Russia", (await work.PlanOfAsync(wrong)).Refused.Single().Because!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_Designation_IsMadeOnceAndTakenBack()
    {
        await using var work = register.Work();
        var organisation = await work.OrganisationAsync("Komitet");
        var (one, _) = await work.HeldAsync("Pryznany Adzin");
        var (two, _) = await work.HeldAsync("Pryznany Dva");
        await work.Facts.AddAsync(two, new Designations.DesignationDetails { OrganisationId = organisation, DesignatedOn = PartialDate.Parse("2023-03-01") }, Valid.Submission());
        var id = await work.DraftAsync(Actions.Designate(organisation) with { Definition = Designations.Definition.Guidelines2013, Ground = " a " }, one, two);

        Assert.Equal("Pryznany Dva is already designated by this organisation, on 1 March 2023.", (await work.PlanOfAsync(id)).Refused.Single().Because!.ToString());
        await work.ApplyBulkAsync(id);

        var designation = await work.Context.Designations.SingleAsync(d => d.PrisonerId == one);
        Assert.Equal((organisation, "2024-02", Designations.Definition.Guidelines2013, "a"), (designation.OrganisationId, designation.DesignatedOn!.ToString(), designation.Definition, designation.Ground));
        Assert.True((await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == one)).Standing.IsDesignated);
        await work.BulkRecorder().UndoAsync(id, false, Valid.Submission("Another statement was meant"));
        Assert.False(await work.Context.Designations.AnyAsync(d => d.PrisonerId == one));
        Assert.False((await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == one)).Standing.IsDesignated);
        Assert.True(await work.Context.Designations.AnyAsync(d => d.PrisonerId == two));
    }

    [Fact]
    public async Task ApplyAsync_Tag_IsCarriedWithItsSource_UndoneWithIt()
    {
        await using var work = register.Work();
        var tag = await work.TagAsync("The strike of 2020");
        var source = await work.SourceAsync("The Strike Paper");
        var (one, _) = await work.HeldAsync("Z Metkaj Adzin");
        var (two, _) = await work.HeldAsync("Z Metkaj Dva");
        await work.Facts.AddAsync(two, new PersonTagDetails { TagId = tag }, Valid.Submission());
        var id = await work.DraftAsync(Actions.Tag(tag) with { Citations = [new CitationDetails(source)] }, one, two);

        Assert.Equal("Z Metkaj Dva carries this tag already.", (await work.PlanOfAsync(id)).Refused.Single().Because!.ToString());
        await work.ApplyBulkAsync(id);
        Assert.Equal(source, (await work.Context.PersonTags.Include(t => t.Citations).SingleAsync(t => t.PrisonerId == one)).Citations.Single().SourceId);
        Assert.True((await work.Context.Sources.AsNoTracking().SingleAsync(s => s.SourceId == source)).IsPublic);

        await work.BulkRecorder().UndoAsync(id, false, Valid.Submission("They worked elsewhere"));

        Assert.False(await work.Context.PersonTags.AnyAsync(t => t.PrisonerId == one));
        Assert.True(await work.Context.PersonTags.AnyAsync(t => t.PrisonerId == two));
        Assert.False((await work.Context.Sources.AsNoTracking().SingleAsync(s => s.SourceId == source)).IsPublic);
        var undone = await work.Context.Changes.SingleAsync(c => c.Action == "bulk_action.undone" && c.SubjectIds.Contains(one));
        Assert.Contains("The strike of 2020", undone.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_Twice_RecordsOnce()
    {
        await using var work = register.Work();
        var (person, _) = await work.HeldAsync("Dvojchy Masavy");
        var id = await work.DraftAsync(Actions.Release(), person);
        var submission = Valid.Submission();

        await work.BulkRecorder().ApplyAsync(id, 3, submission);
        var again = await work.BulkRecorder().ApplyAsync(id, 3, submission);

        Assert.Equal(WriteOutcome.AlreadyWritten, again.Outcome);
        await Assert.ThrowsAsync<ConflictException>(() => work.BulkRecorder().ApplyAsync(id, 3, Valid.Submission()));
        await Assert.ThrowsAsync<RuleException>(() => work.ApplyBulkAsync(id));
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == person));
    }

    [Fact]
    public async Task ApplyAsync_TwoEditorsAtOnce_OneRecordsAndTheOtherIsTold()
    {
        await using var first = register.Work();
        await using var second = register.Work();
        var (person, _) = await first.HeldAsync("Adnachasova Masavy");
        var id = await first.DraftAsync(Actions.Release(), person);

        var tries = await Task.WhenAll(new[] { first, second }.Select(async work =>
        {
            try
            {
                return (await work.BulkRecorder().ApplyAsync(id, 3, Valid.Submission())).Outcome.ToString();
            }
            catch (ConflictException)
            {
                return "Conflict";
            }
        }));

        Assert.Equal(["Conflict", "Written"], tries.Order());
        Assert.Equal(1, await first.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == person));
    }

    [Fact]
    public async Task ApplyAsync_OneChangedMeanwhile_ReportsThemAndRecordsTheRest_ThenTheOneAlone()
    {
        await using var work = register.Work();
        var (early, imprisonmentId) = await work.HeldAsync("Raniejshy Masavy");
        var (late, _) = await work.HeldAsync("Paznejshy Masavy");
        var id = await work.DraftAsync(Actions.Release(), early, late);
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-12-01"), Valid.Submission());

        await work.BulkRecorder().ApplyAsync(id, 3, Valid.Submission());

        var read = await work.ReadBulkAsync(id);
        Assert.Contains("already released, on 1 December 2025", read.People.Single(p => p.PrisonerId == early).RefusedBecause!.ToString(), StringComparison.Ordinal);
        Assert.True(read.People.Single(p => p.PrisonerId == late).IsApplied);
        var wrong = await work.Context.Imprisonments.AsNoTracking().SingleAsync(i => i.ImprisonmentId == imprisonmentId);
        await work.Releases.UndoAsync(imprisonmentId, wrong.Version, Valid.Undo(UndoKind.RecordedInError), Valid.Submission());
        await work.ApplyBulkAsync(id);
        Assert.All((await work.ReadBulkAsync(id)).People, p => Assert.True(p is { IsApplied: true, RefusedBecause: null }));
    }

    [Fact]
    public async Task ApplyAsync_ManyPeople_NeedsASecondPersonAndNotTheOneWhoPrepared()
    {
        await using var work = register.Work();
        var (one, _) = await work.HeldAsync("Udvaich Adzin");
        var (two, _) = await work.HeldAsync("Udvaich Dva");
        var id = await work.DraftAsync(Actions.Release(), one, two);
        var recorder = work.BulkRecorder(approvalAbove: 1);
        var colleague = Valid.Submission() with { Actor = new Actor(null, "colleague@example.org") };

        var alone = await Assert.ThrowsAsync<RuleException>(() => recorder.ApplyAsync(id, 3, Valid.Submission()));
        await work.Bulk.SendForApprovalAsync(id, 3, Valid.Submission());
        var preparer = await Assert.ThrowsAsync<RuleException>(() => recorder.ApplyAsync(id, 4, Valid.Submission()));
        var rows = (await work.ReadBulkAsync(id)).People.Select(p => p.BulkPersonId).ToList();
        await Assert.ThrowsAsync<RuleException>(() => work.Bulk.TakeOutAsync(id, 4, rows, colleague));
        await Assert.ThrowsAsync<RuleException>(() => work.Bulk.SetAsync(id, 4, Actions.Release("2025-12-14"), Valid.Submission()));
        var applied = await recorder.ApplyAsync(id, 4, Valid.Submission() with { Actor = colleague.Actor });

        Assert.Contains("send it for approval", alone.Message, StringComparison.Ordinal);
        Assert.Contains("You prepared", preparer.Message, StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.Written, applied.Outcome);
        Assert.Equal((Valid.Editor.Name, "colleague@example.org"), ((await work.ReadBulkAsync(id)).SentBy, (await work.ReadBulkAsync(id)).AppliedBy));
    }

    [Fact]
    public async Task ApplyAsync_TransactionBreaks_NothingIsKept()
    {
        await using var work = register.Work();
        var (one, _) = await work.HeldAsync("Parvany Adzin");
        var (two, _) = await work.HeldAsync("Parvany Dva");
        var id = await work.DraftAsync(Actions.Release(), one, two);
        await using var owner = new Npgsql.NpgsqlConnection(register.Database.OwnerConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync($"CREATE FUNCTION break_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.action = 'bulk_action.applied' THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$; CREATE TRIGGER break_here BEFORE INSERT ON changes FOR EACH ROW EXECUTE FUNCTION break_here()");

        await Assert.ThrowsAnyAsync<Exception>(() => work.BulkRecorder().ApplyAsync(id, 3, Valid.Submission()));
        await RunAsync("DROP TRIGGER break_here ON changes; DROP FUNCTION break_here()");

        Assert.Equal(0, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == one || r.Imprisonment.PrisonerId == two));
        Assert.Equal((ListStatus.Draft, 3), ((await work.ReadBulkAsync(id)).Status, (await work.ReadBulkAsync(id)).Version));
        await work.ApplyBulkAsync(id);
        Assert.Equal(2, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == one || r.Imprisonment.PrisonerId == two));

        async Task RunAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, owner);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task ApplyAsync_MergedSince_MeansTheKeptRecord_Once()
    {
        await using var work = register.Work();
        var (kept, _) = await work.HeldAsync("Zlity Zapis");
        var absorbed = await work.PrisonerAsync(Valid.Prisoner("Zlity Zapis"));
        var (other, _) = await work.HeldAsync("Inshy Zapis");
        var id = await work.DraftAsync(Actions.Release(), absorbed, other, kept);
        var preview = await work.Merges.PreviewAsync(kept, absorbed);
        await work.Merges.MergeAsync(new MergeDetails { KeptId = kept, AbsorbedId = absorbed, State = preview.State, Taken = preview.Taken }, Valid.Submission());

        var plan = await work.PlanOfAsync(id);

        Assert.Equal(2, plan.Written.Count());
        Assert.Contains("was merged with that of Zlity Zapis", plan.Refused.Single().Because!.ToString(), StringComparison.Ordinal);
        await work.ApplyBulkAsync(id);
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == kept));
        await work.BulkRecorder().UndoAsync(id, false, Valid.Submission("Wrong"));
        Assert.Equal(0, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == kept && r.UndoneAt == null));
    }

    [Fact]
    public async Task UndoAsync_SomethingLaterDependsOnIt_NamesItAndCanUndoTheOthers()
    {
        await using var work = register.Work();
        var (again, _) = await work.HeldAsync("Iznou Masavy");
        var (other, _) = await work.HeldAsync("Prosta Masavy");
        var id = await work.DraftAsync(Actions.Release(), again, other);
        await work.ApplyBulkAsync(id);
        await work.Imprisonments.AddAsync(again, Valid.Imprisonment("2026-01-05"), Valid.Submission());

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.BulkRecorder().UndoAsync(id, false, Valid.Submission("Wrong")));
        var obstacles = await work.BulkRecorder().ObstaclesAsync(await work.ReadBulkAsync(id));
        await work.BulkRecorder().UndoAsync(id, true, Valid.Submission("Wrong"));

        Assert.Contains("A later detention of Iznou Masavy, on 5 January 2026,", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(again, Assert.Single(obstacles).Row.PrisonerId);
        Assert.Equal((ListStatus.Applied, 1), ((await work.ReadBulkAsync(id)).Status, (await work.ReadBulkAsync(id)).People.Count(p => p.IsApplied)));
    }

    [Fact]
    public async Task UndoAsync_LaterMove_StandsInTheWay()
    {
        await using var work = register.Work();
        var (first, second) = (await work.FacilityAsync("Colony 78"), await work.FacilityAsync("Colony 79"));
        var (person, _) = await work.HeldAsync("Dalej Pierajechau");
        var id = await work.DraftAsync(Actions.Move(first), person);
        await work.ApplyBulkAsync(id);
        var next = await work.DraftAsync(Actions.Move(second, "2025-09-01"), person);
        await work.ApplyBulkAsync(next);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.BulkRecorder().UndoAsync(id, false, Valid.Submission("Wrong")));
        Assert.Contains("ended since, on 1 September 2025", refusal.Message, StringComparison.Ordinal);

        await work.BulkRecorder().UndoAsync(next, false, Valid.Submission("Wrong"));
        await Assert.ThrowsAsync<RuleException>(() => work.BulkRecorder().UndoAsync(id, false, Valid.Submission(" ")));
        var changed = await Assert.ThrowsAsync<RuleException>(() => work.BulkRecorder().UndoAsync(id, false, Valid.Submission("Wrong")));
        Assert.Contains("was changed since", changed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChooseAsync_AgainAndOthers_HoldsEverybodyOnce_AndTakesOut()
    {
        await using var work = register.Work();
        var (one, _) = await work.HeldAsync("Vybrany Adzin");
        var (two, _) = await work.HeldAsync("Vybrany Dva");
        var id = (await work.Bulk.ChooseAsync(null, [one, one], null, Valid.Submission())).Subjects[0];

        var unchanged = await work.Bulk.ChooseAsync(id, [one], "?q=Vybrany", Valid.Submission());
        await work.Bulk.ChooseAsync(id, [one, two], "?q=Vybrany", Valid.Submission());
        var read = await work.ReadBulkAsync(id);
        Assert.Equal((WriteOutcome.Unchanged, "?q=Vybrany"), (unchanged.Outcome, read.Filter));
        Assert.Equal([one, two], read.People.Select(p => p.PrisonerId).Order());
        await work.Bulk.TakeOutAsync(id, read.Version, [read.People.Single(p => p.PrisonerId == one).BulkPersonId], Valid.Submission());

        Assert.Equal([two], (await work.ReadBulkAsync(id)).People.Select(p => p.PrisonerId));
        await Assert.ThrowsAsync<ConflictException>(() => work.Bulk.TakeOutAsync(id, read.Version, [], Valid.Submission()));
        await Assert.ThrowsAsync<RuleException>(() => work.Bulk.ChooseAsync(null, [], null, Valid.Submission()));
        await Assert.ThrowsAsync<RuleException>(() => work.Bulk.ChooseAsync(null, [Guid.NewGuid()], null, Valid.Submission()));
        await Assert.ThrowsAsync<RuleException>(() => work.Bulk.SetAsync(id, 4, Actions.Release("2026-05-05"), Valid.Submission()));
        await Assert.ThrowsAsync<RuleException>(() => work.ApplyBulkAsync(id));
    }

    [Fact]
    public async Task RemoveDraftsOfList_ChosenForABulkAction_DoesNotKeepTheDraft()
    {
        await using var work = register.Work();
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent("A pardon with a newcomer"), Valid.Submission())).Subjects[0];
        var list = (await work.Lists.PasteAsync(new PastedList { ReleaseEventId = eventId, Text = "Zusim Novy Chalaviek", ListYear = 2025 }, Valid.Submission())).Subjects[0];
        var line = (await work.Context.ListAsync(list))!.Lines[0];
        await work.Lists.DecideAsync(list, [new LineChange(line.ListLineId, null, new LineAnswer(LineDecision.NewPerson))], Valid.Submission());
        await work.ListRecorder.ApplyAsync(list, ListQueries.StateOf((await work.Context.ListAsync(list))!), Valid.Submission());
        var draft = (await work.Context.ListAsync(list))!.Lines[0].PrisonerId!.Value;
        var id = (await work.Bulk.ChooseAsync(null, [draft], null, Valid.Submission())).Subjects[0];

        await work.ListRecorder.UndoAsync(list, false, Valid.Submission("Wrong"));

        Assert.Empty((await work.ReadBulkAsync(id)).People);
    }

    [Fact]
    public async Task ApplyAsync_TwiceAsMany_SendsAsManyStatements()
    {
        foreach (var kind in Enum.GetValues<BulkKind>())
        {
            var few = await StatementsToApplyAsync(kind, 100);
            var many = await StatementsToApplyAsync(kind, 200);

            Assert.InRange(few, 10, 45);
            Assert.InRange(many, few, few + 4); // a batch of a thousand rows is one statement
        }
    }

    private async Task<int> StatementsToApplyAsync(BulkKind kind, int people)
    {
        var statements = new Statements();
        await using var work = new Work(
            new RegisterContext(new DbContextOptionsBuilder<RegisterContext>().UseRegister(RegisterDatabase.ForApplication(register.Database.AppConnectionString)).AddInterceptors(statements).Options)
            {
                ShowUnpublished = true,
                ShowWithheld = true,
            },
            register.Clock);
        var prisoners = Enumerable.Range(0, people).Select(i =>
        {
            var prisoner = Prisoner.Create(Valid.Prisoner($"Masava {kind} {people} {i}"), $"masava-{kind}-{people}-{i}".ToLowerInvariant(), Register.Now.UtcDateTime);
            prisoner.Imprison(Valid.Imprisonment(), Register.Now.UtcDateTime);
            return prisoner;
        }).ToList();
        work.Context.AddRange(prisoners);
        await work.Context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var name = $"{kind} {people}";
        var id = await work.DraftAsync(
            kind switch
            {
                BulkKind.Placement => Actions.Move(await work.FacilityAsync(name)),
                BulkKind.Designation => Actions.Designate(await work.OrganisationAsync(name)),
                BulkKind.Tag => Actions.Tag(await work.TagAsync(name)),
                _ => Actions.Release(),
            },
            [.. prisoners.Select(p => p.PrisonerId)]);
        var version = (await work.ReadBulkAsync(id)).Version;
        statements.Sent = 0;

        await work.BulkRecorder(approvalAbove: people).ApplyAsync(id, version, Valid.Submission());

        var sent = statements.Sent;
        Assert.All((await work.ReadBulkAsync(id)).People, p => Assert.True(p.IsApplied));
        return sent;
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public int Sent { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Sent++;
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Sent++;
            return ValueTask.FromResult(result);
        }
    }
}
