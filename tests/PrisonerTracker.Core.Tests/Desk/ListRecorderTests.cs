using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Desk;

/// <summary>All people here are invented.</summary>
public sealed class ListRecorderTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task ApplyAsync_EveryKindOfLine_RecordsAllInOneEntryOfTheHistory()
    {
        await using var work = register.Work();
        var (anna, _) = await work.HeldAsync("Anna Usiakaja");
        var (piotr, _) = await work.HeldAsync("Piotr Usiaki");
        var eventId = await work.EventAsync();
        var list = await work.ListAsync(eventId, "Freed today:", "1. Анна Усякая, 1985 г.р.", "2. Пётр Усякі", "3. Невядомы Захар, 44 года", "4. Безыменны Карп", "5. Анна Усякая");
        await work.DecideAsync(list, 2, null, new LineTold { Outcome = LineOutcome.FreedAndForcedOut, Destination = "LT" });
        await work.DecideAsync(list, 3, null, new LineTold { Outcome = LineOutcome.RefusedToLeave, Note = "Stayed at the border" });
        await work.DecideAsync(list, 4, new LineAnswer(LineDecision.NewPerson), new LineTold { NotDesignated = true, ReleasedOn = new(PartialDate.Parse("2025-12-14")) });
        await work.DecideAsync(list, 5, new LineAnswer(LineDecision.NamedOnly));
        await work.DecideAsync(list, 6, new LineAnswer(LineDecision.Duplicate, DuplicateOf: 2));
        var submission = Valid.Submission();

        var result = await work.ListRecorder.ApplyAsync(list, await work.StateAsync(list), submission);

        Assert.Equal((WriteOutcome.Written, list, eventId), (result.Outcome, result.Subjects[0], result.Subjects[1]));
        var release = await work.ReleaseOfAsync(anna);
        Assert.Equal(("2025-12-13", ReleaseGround.Pardon, "LT", true, eventId), (release!.ReleasedOn.ToString(), release.Ground, release.DestinationCountry, release.ForcedOut!.Value, release.ReleaseEventId));
        Assert.Equal("line 2", await work.Context.Citations.Where(c => c.ReleaseId == release.ReleaseId).Select(c => c.Locator).SingleAsync());
        Assert.Equal(Custody.AtLiberty, (await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == anna)).Standing.Custody);
        Assert.Null(await work.ReleaseOfAsync(piotr));
        var named = await work.Context.NamedPeople.Include(n => n.Citations).Where(n => n.ReleaseEventId == eventId).ToListAsync();
        Assert.Equal(4, named.Count);
        Assert.All(named, n => Assert.Single(n.Citations));
        Assert.Equal((NamedOutcome.RefusedToLeave, "Stayed at the border"), (named.Single(n => n.PrisonerId == piotr).Outcome, named.Single(n => n.PrisonerId == piotr).Note.ToString()));
        Assert.Equal("Безыменны Карп", named.Single(n => n.PrisonerId == null).WrittenName);
        var line = await work.LineAsync(list, 4);
        var added = await work.Context.Prisoners.Include(p => p.Names).ThenInclude(n => n.Citations).SingleAsync(p => p.PrisonerId == line.PrisonerId);
        Assert.Equal((Publication.Draft, "1981~", Custody.AtLiberty, "2025-12-14"), (added.Publication, added.BornOn!.ToString(), added.Standing.Custody, added.Standing.ReleasedOn!.ToString()));
        Assert.Equal("line 4: 3. Невядомы Захар, 44 года", added.Names[0].Citations.Single().Locator);
        Assert.True(named.Single(n => n.PrisonerId == added.PrisonerId).NotDesignated);
        var change = await work.Context.Changes.SingleAsync(c => c.RequestKey == submission.RequestKey);
        Assert.Equal("release_list.applied", change.Action);
        Assert.Contains("Безыменны Карп", change.After, StringComparison.Ordinal);
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);
        Assert.Equal(ListStatus.Applied, (await work.ReadAsync(list)).Status);
    }

    [Fact]
    public async Task ApplyAsync_Twice_RecordsOnce()
    {
        await using var work = register.Work();
        var (person, _) = await work.HeldAsync("Dvojchy Zapisany");
        var list = await work.ListAsync(await work.EventAsync(), "Dvojchy Zapisany");
        var state = await work.StateAsync(list);
        var submission = Valid.Submission();

        await work.ListRecorder.ApplyAsync(list, state, submission);
        var again = await work.ListRecorder.ApplyAsync(list, state, submission);

        Assert.Equal(WriteOutcome.AlreadyWritten, again.Outcome);
        await Assert.ThrowsAsync<ConflictException>(() => work.ListRecorder.ApplyAsync(list, state, Valid.Submission()));
        await Assert.ThrowsAsync<RuleException>(() => work.ApplyAsync(list));
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == person));
    }

    [Fact]
    public async Task ApplyAsync_TwoEditorsAtOnce_OneRecordsAndTheOtherIsTold()
    {
        await using var first = register.Work();
        await using var second = register.Work();
        var (person, _) = await first.HeldAsync("Adnachasna Volny");
        var list = await first.ListAsync(await first.EventAsync(), "Adnachasna Volny");
        var state = await first.StateAsync(list);

        var tries = await Task.WhenAll(new[] { first, second }.Select(async work =>
        {
            try
            {
                return (await work.ListRecorder.ApplyAsync(list, state, Valid.Submission())).Outcome.ToString();
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
    public async Task ApplyAsync_OneReleasedMeanwhile_ReportsItAndRecordsTheRest()
    {
        await using var work = register.Work();
        var (early, imprisonmentId) = await work.HeldAsync("Rana Vyzvaleny");
        var (late, _) = await work.HeldAsync("Pozna Vyzvaleny");
        var list = await work.ListAsync(await work.EventAsync(), "Rana Vyzvaleny", "Pozna Vyzvaleny");
        var state = await work.StateAsync(list);
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-12-01"), Valid.Submission());

        await work.ListRecorder.ApplyAsync(list, state, Valid.Submission());

        Assert.NotNull(await work.ReleaseOfAsync(late));
        Assert.Equal("2025-12-01", (await work.ReleaseOfAsync(early))!.ReleasedOn.ToString());
        var line = await work.LineAsync(list, 1);
        Assert.False(line.IsApplied);
        Assert.Contains("already released, on 1 December 2025", line.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplyAsync_ReleasedInThisEventMeanwhile_ConfirmsIt()
    {
        await using var work = register.Work();
        var (person, imprisonmentId) = await work.HeldAsync("Uzho Zapisany");
        var eventId = await work.EventAsync();
        var list = await work.ListAsync(eventId, "Uzho Zapisany");
        var state = await work.StateAsync(list);
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());

        await work.ListRecorder.ApplyAsync(list, state, Valid.Submission());

        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == person));
        Assert.Equal(1, await work.Context.NamedPeople.CountAsync(n => n.ReleaseEventId == eventId && n.Citations.Count == 1));
        await work.ListRecorder.UndoAsync(list, false, Valid.Submission("The wrong event"));
        Assert.NotNull(await work.ReleaseOfAsync(person));
        var named = await work.Context.NamedPeople.Include(n => n.Citations).SingleAsync(n => n.ReleaseEventId == eventId);
        Assert.Equal((NamedOutcome.Freed, 0), (named.Outcome, named.Citations.Count));
    }

    [Theory]
    [InlineData(LineOutcome.Unknown, LineStep.Confirm)]
    [InlineData(LineOutcome.Freed, LineStep.Confirm)]
    [InlineData(LineOutcome.ReturnedToPrison, LineStep.Refused)]
    public async Task PlanAsync_FreedInThisEventAlready_IsNotContradicted(LineOutcome outcome, LineStep expected)
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync($"Zapisany {outcome}ski");
        var eventId = await work.EventAsync();
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());
        var list = await work.ListAsync(eventId, $"Zapisany {outcome}ski");
        await work.DecideAsync(list, 1, null, new LineTold { Outcome = outcome });

        var plan = await work.Context.PlanAsync(await work.ReadAsync(list), new DateOnly(2026, 1, 15));

        Assert.Equal(expected, plan.Lines[0].Step);
    }

    [Fact]
    public async Task ApplyAsync_WhatCannotBeTrue_IsRefusedWithItsReason()
    {
        await using var work = register.Work();
        await work.HeldAsync("Nikoli Pazniejshy", Valid.Imprisonment("2025-12-20"));
        await work.PrisonerAsync(Valid.Prisoner("Volny Zausiody"));
        await work.PrisonerAsync(Valid.Prisoner("Pamerly Raniej") with { DiedOn = PartialDate.Parse("2024-05-01") });
        await work.HeldAsync("Padvojnaja Asoba");
        var list = await work.ListAsync(await work.EventAsync(), "Nikoli Pazniejshy", "Volny Zausiody", "Pamerly Raniej", "Padvojnaja Asoba", "Падвойная Асоба");

        var plan = await work.Context.PlanAsync(await work.ReadAsync(list), new DateOnly(2026, 1, 15));

        Assert.Equal(["not detained by then", "No detention", "died on 1 May 2024", null, "line 4, too"], plan.Lines.Select(l => l.Because?.ToString()).Zip(
            ["not detained by then", "No detention", "died on 1 May 2024", "", "line 4, too"], (because, part) => because?.Contains(part, StringComparison.Ordinal) == true ? part : because));
        Assert.Equal(LineStep.Release, plan.Lines[3].Step);
        Assert.All(plan.Refused, l => Assert.Contains("{0}", l.Because!.English, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ApplyAsync_BelowCertain_WaitsForAPerson()
    {
        await using var work = register.Work();
        var (one, _) = await work.HeldAsync("Adnolkavy Siarhiej");
        var (other, _) = await work.HeldAsync("Adnolkavy Siarhiej");
        var list = await work.ListAsync(await work.EventAsync(), "Адналкавы Сяргей", "Adnolkavy Siarhiej", "Nichto Nidzie");

        Assert.DoesNotContain(await work.ReadAsync(list) is var read ? read.Lines : [], l => l.Decision == LineDecision.Matched);
        await Assert.ThrowsAsync<RuleException>(() => work.ApplyAsync(list));
        Assert.Null(await work.ReleaseOfAsync(one));
        Assert.Null(await work.ReleaseOfAsync(other));
        var candidates = (await work.LineAsync(list, 2)).ReadCandidates();
        Assert.Equal([one, other], candidates.Select(c => c.PrisonerId).Order());
        Assert.All(candidates, c => Assert.NotEmpty(c.Reasons));
    }

    [Fact]
    public async Task ApplyAsync_ManyPeople_NeedsASecondPersonAndNotTheOneWhoPrepared()
    {
        await using var work = register.Work();
        await work.HeldAsync("Pershy Druhi");
        var list = await work.ListAsync(await work.EventAsync(), "Pershy Druhi", "Nieviadomaja Asoba");
        await work.DecideAsync(list, 2, new LineAnswer(LineDecision.NamedOnly));
        var recorder = work.Recorder(approvalAbove: 1);
        var colleague = Valid.Submission() with { Actor = new Actor(null, "colleague@example.org") };

        var alone = await Assert.ThrowsAsync<RuleException>(async () => await recorder.ApplyAsync(list, await work.StateAsync(list), Valid.Submission()));
        await work.Lists.SendForApprovalAsync(list, 1, Valid.Submission());
        var preparer = await Assert.ThrowsAsync<RuleException>(async () => await recorder.ApplyAsync(list, await work.StateAsync(list), Valid.Submission()));
        var line = await work.LineAsync(list, 1);
        var changed = await Assert.ThrowsAsync<RuleException>(() => work.Lists.DecideAsync(list, [new LineChange(line.ListLineId, line.Version, new LineAnswer(LineDecision.NoPerson))], colleague));
        var applied = await recorder.ApplyAsync(list, await work.StateAsync(list), colleague);

        Assert.Contains("send it for approval", alone.Message, StringComparison.Ordinal);
        Assert.Contains("You prepared", preparer.Message, StringComparison.Ordinal);
        Assert.Contains("Take it back first", changed.Message, StringComparison.Ordinal);
        Assert.Equal(WriteOutcome.Written, applied.Outcome);
        var read = await work.ReadAsync(list);
        Assert.Equal((Valid.Editor.Name, "colleague@example.org"), (read.SentBy, read.AppliedBy));
    }

    [Fact]
    public async Task ApplyAsync_TwiceAsMany_SendsAsManyStatements()
    {
        var few = await StatementsToApplyAsync(100);
        var many = await StatementsToApplyAsync(200);

        Assert.InRange(few, 10, 45);
        Assert.InRange(many, few, few + 4); // a batch of a thousand rows is one statement
    }

    private async Task<int> StatementsToApplyAsync(int people)
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
            var prisoner = Prisoner.Create(Valid.Prisoner($"Mnohi {people} {i}"), $"mnohi-{people}-{i}", Register.Now.UtcDateTime);
            prisoner.Imprison(Valid.Imprisonment(), Register.Now.UtcDateTime);
            return prisoner;
        }).ToList();
        work.Context.AddRange(prisoners);
        await work.Context.SaveChangesAsync(TestContext.Current.CancellationToken);
        var eventId = await work.EventAsync($"A pardon of {people}");
        var list = (await work.Lists.PasteAsync(
            new PastedList { ReleaseEventId = eventId, Text = string.Join('\n', prisoners.Select((_, i) => $"Niechta {(char)('A' + (i % 26))}{new string('a', 1 + (i / 26))}")), ListYear = 2025 }, Valid.Submission())).Subjects[0];
        var lines = (await work.ReadAsync(list)).Lines;
        await work.Lists.DecideAsync(list, [.. lines.Select((l, i) => new LineChange(l.ListLineId, l.Version, new LineAnswer(LineDecision.Matched, prisoners[i].PrisonerId)))], Valid.Submission());
        var state = await work.StateAsync(list);
        statements.Sent = 0;

        await work.Recorder(approvalAbove: people).ApplyAsync(list, state, Valid.Submission());

        Assert.Equal(people, await work.Context.Releases.CountAsync(r => r.ReleaseEventId == eventId));
        return statements.Sent;
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

    [Fact]
    public async Task UndoAsync_NothingDependsOnIt_PutsEverybodyBack()
    {
        await using var work = register.Work();
        var (person, _) = await work.HeldAsync("Viernuty Nazad");
        var eventId = await work.EventAsync();
        var list = await work.ListAsync(eventId, "Viernuty Nazad", "Zusim Novaja", "Tolki Imia");
        await work.DecideAsync(list, 2, new LineAnswer(LineDecision.NewPerson));
        await work.DecideAsync(list, 3, new LineAnswer(LineDecision.NamedOnly));
        await work.ApplyAsync(list);
        var added = (await work.LineAsync(list, 2)).PrisonerId;

        await work.ListRecorder.UndoAsync(list, false, Valid.Submission("The list was of another day"));

        Assert.Null(await work.ReleaseOfAsync(person));
        Assert.Equal(Custody.InCustody, (await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == person)).Standing.Custody);
        Assert.False(await work.Context.Prisoners.AnyAsync(p => p.PrisonerId == added));
        Assert.False(await work.Context.NamedPeople.AnyAsync(n => n.ReleaseEventId == eventId));
        var read = await work.ReadAsync(list);
        Assert.Equal((ListStatus.Undone, "The list was of another day"), (read.Status, read.UndoneBecause));
        Assert.All(read.Lines, l => Assert.False(l.IsApplied));
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);

        await work.Lists.ReopenAsync(list, read.Version, Valid.Submission());
        await work.ApplyAsync(list);
        Assert.NotNull(await work.ReleaseOfAsync(person));
        Assert.Equal(3, await work.Context.NamedPeople.CountAsync(n => n.ReleaseEventId == eventId));
    }

    [Fact]
    public async Task UndoAsync_NamedByTheEventBefore_IsNamedAsBefore()
    {
        await using var work = register.Work();
        var (stayed, _) = await work.HeldAsync("Raniej Nazvany");
        var (freed, imprisonmentId) = await work.HeldAsync("Raniej Vyzvaleny");
        var eventId = await work.EventAsync();
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());
        var first = await work.ListAsync(eventId, "Raniej Nazvany");
        await work.DecideAsync(first, 1, null, new LineTold { Outcome = LineOutcome.RefusedToLeave, Destination = "LT", NotDesignated = true, Note = "Turned back at the border" });
        await work.ApplyAsync(first);
        register.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await work.ListAsync(eventId, "Raniej Nazvany", "Raniej Vyzvaleny");
        await work.DecideAsync(second, 1, null, new LineTold { Outcome = LineOutcome.ReturnedToPrison, Note = "Back in the colony" });
        await work.DecideAsync(second, 2, null, new LineTold { NotDesignated = true, Note = "A businessman" });
        await work.ApplyAsync(second);

        await work.ListRecorder.UndoAsync(second, false, Valid.Submission("Another event"));

        var named = await work.Context.NamedPeople.AsNoTracking().Where(n => n.ReleaseEventId == eventId).ToListAsync();
        Assert.Equal((NamedOutcome.RefusedToLeave, "LT", true, "Turned back at the border"), Said(named.Single(n => n.PrisonerId == stayed)));
        Assert.Equal((NamedOutcome.Freed, null, false, ""), Said(named.Single(n => n.PrisonerId == freed)));

        static (NamedOutcome, string?, bool, string) Said(NamedPerson person) => (person.Outcome, person.DestinationCountry, person.NotDesignated, person.Note.ToString());
    }

    [Fact]
    public async Task UndoAsync_SomethingLaterDependsOnIt_NamesItPerLineAndCanUndoTheOthers()
    {
        await using var work = register.Work();
        var (again, _) = await work.HeldAsync("Znou Zatrymany");
        var (other, _) = await work.HeldAsync("Inshy Volny");
        var list = await work.ListAsync(await work.EventAsync(), "Znou Zatrymany", "Inshy Volny", "Draft Zmieneny");
        await work.DecideAsync(list, 3, new LineAnswer(LineDecision.NewPerson));
        await work.ApplyAsync(list);
        register.Clock.Advance(TimeSpan.FromSeconds(1));
        await work.Imprisonments.AddAsync(again, Valid.Imprisonment("2026-01-05"), Valid.Submission());
        await work.Prisoners.SetPublicationAsync((await work.LineAsync(list, 3)).PrisonerId!.Value, Publication.Withheld, Valid.Submission());

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.ListRecorder.UndoAsync(list, false, Valid.Submission("Wrong")));
        var obstacles = await work.ListRecorder.ObstaclesAsync(list);
        await work.ListRecorder.UndoAsync(list, true, Valid.Submission("Wrong"));

        Assert.Contains("Line 1: A later detention of Znou Zatrymany, on 5 January 2026,", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Line 3: The draft of Draft Zmieneny was changed since", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([1, 3], obstacles.Select(o => o.Line.Ordinal));
        Assert.NotNull(await work.ReleaseOfAsync(again));
        Assert.Null(await work.ReleaseOfAsync(other));
        Assert.Equal((ListStatus.Applied, 2), ((await work.ReadAsync(list)).Status, (await work.ReadAsync(list)).Lines.Count(l => l.IsApplied)));
    }

    [Fact]
    public async Task CorrectAsync_OneNameWasWrong_IsOneEntryOfTheHistory()
    {
        await using var work = register.Work();
        var (wrong, _) = await work.HeldAsync("Pamylkova Vyzvaleny");
        var (right, _) = await work.HeldAsync("Sapraudy Vyzvaleny");
        var eventId = await work.EventAsync();
        var list = await work.ListAsync(eventId, "Pamylkova Vyzvaleny", "Khtosci Novy");
        await work.DecideAsync(list, 2, new LineAnswer(LineDecision.NewPerson));
        await work.ApplyAsync(list);
        var (line, draft) = (await work.LineAsync(list, 1), await work.LineAsync(list, 2));
        var submission = Valid.Submission("The newspaper corrected the name");

        await work.ListRecorder.CorrectAsync(list, new LineChange(line.ListLineId, line.Version, new LineAnswer(LineDecision.Matched, right)), submission);
        await work.ListRecorder.CorrectAsync(list, new LineChange(draft.ListLineId, draft.Version, new LineAnswer(LineDecision.NoPerson)), Valid.Submission("A town"));

        Assert.Null(await work.ReleaseOfAsync(wrong));
        Assert.NotNull(await work.ReleaseOfAsync(right));
        Assert.Equal([right], await work.Context.NamedPeople.Where(n => n.ReleaseEventId == eventId).Select(n => n.PrisonerId!.Value).ToListAsync());
        Assert.Equal(1, await work.Context.Changes.CountAsync(c => c.RequestKey == submission.RequestKey));
        Assert.False(await work.Context.Prisoners.AnyAsync(p => p.PrisonerId == draft.PrisonerId));
    }
}
