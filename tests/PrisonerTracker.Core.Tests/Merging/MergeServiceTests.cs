using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tests.Data;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Merging;

public sealed class MergeServiceTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task MergeAsync_NamesOfBoth_AreKeptOnceWithTheCitationsOfBoth()
    {
        await using var work = register.Work();
        var (gazette, herald) = (await work.SourceAsync("Gazette"), await work.SourceAsync("Herald"));
        var kept = await work.PrisonerAsync(Named(("Maria Kalesnikava", "en", gazette), ("Марыя Калеснікава", "be", gazette)));
        var absorbed = await work.PrisonerAsync(Named(("Maria Kalesnikava", "en", herald), ("Марія Калеснікава", "be", herald)));

        await work.MergeAsync(kept, absorbed);

        var names = await work.Context.PersonNames.AsNoTracking().Include(n => n.Citations).Where(n => n.PrisonerId == kept).OrderBy(n => n.Ordinal).ToListAsync();
        Assert.Equal(["Maria Kalesnikava", "Марыя Калеснікава", "Марія Калеснікава"], names.Select(n => n.Full));
        Assert.Equal([2, 1, 1], names.Select(n => n.Citations.Count));
        Assert.Equal([NameKind.Preferred, NameKind.Preferred, NameKind.Alias], names.Select(n => n.Kind));
    }

    [Fact]
    public async Task MergeAsync_SeparateImprisonments_StandSideBySide()
    {
        await using var work = register.Work();
        var (kept, first) = await work.HeldAsync("Ales Twice", Valid.Imprisonment("2011-08-04"));
        await work.Releases.RecordAsync(first, 1, Valid.Release("2014-06-21"), Valid.Submission());
        var (absorbed, _) = await work.HeldAsync("Ales Second", Valid.Imprisonment("2021-07-14") with { Charges = [new ChargeDetails { Article = "228" }] });

        await work.MergeAsync(kept, absorbed);

        var person = await PersonAsync(work, kept);
        Assert.Equal(2, person.Imprisonments.Count);
        Assert.Equal(Custody.InCustody, person.Standing.Custody == Custody.OnRemand ? Custody.InCustody : person.Standing.Custody);
        Assert.Null(await work.Context.Prisoners.SingleOrDefaultAsync(p => p.PrisonerId == absorbed));
    }

    [Fact]
    public async Task MergeAsync_SameDetention_IsCombinedAndNothingCountsTwice()
    {
        await using var work = register.Work();
        var kept = (await work.HeldAsync("Combined One", Valid.Imprisonment("2021-09") with
        {
            Charges = [new ChargeDetails { Article = "357 part 1" }],
            Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022-03-03"), Penalty = Penalty.Imprisonment, Term = Term.Of(9) }],
        })).PrisonerId;
        var (absorbed, theirs) = await work.HeldAsync("Combined Two", Valid.Imprisonment("2021-09-06") with
        {
            DetainedBy = "KGB",
            Charges = [new ChargeDetails { Article = "357 part 1", Steps = [new(ChargeStatus.Laid), new(ChargeStatus.Convicted)] }, new ChargeDetails { Article = "361-1" }],
            Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022-03"), Penalty = Penalty.Imprisonment, Term = Term.Of(10) }],
        });
        await work.Releases.RecordAsync(theirs, 1, Valid.Release("2025-12-13"), Valid.Submission());

        await work.MergeAsync(kept, absorbed);

        var person = await PersonAsync(work, kept);
        var imprisonment = Assert.Single(person.Imprisonments);
        Assert.Equal(("2021-09-06", "KGB", "2025-12-13"), (imprisonment.DetainedOn!.ToString(), imprisonment.DetainedBy, imprisonment.EndedOn!.ToString()));
        Assert.Equal(["357 part 1", "361-1"], imprisonment.Charges.Select(c => c.Article.Number).Order(StringComparer.Ordinal));
        Assert.Equal(ChargeStatus.Convicted, imprisonment.Charges.Single(c => c.Article.Number == "357 part 1").Status);
        Assert.Equal(9, Assert.Single(imprisonment.Sentences).Term!.Years);
        Assert.Equal(2, person.Claims.Count(c => c.Topic == ClaimTopic.Term));
        Assert.Equal(Custody.AtLiberty, person.Standing.Custody);
    }

    [Fact]
    public async Task MergeAsync_Hearings_OfOneSittingBecomeOneAndTheOthersMove_AndComeBackWhenUndone()
    {
        await using var work = register.Work();
        var (gazette, herald) = (await work.SourceAsync("Court Gazette"), await work.SourceAsync("Court Herald"));
        var (kept, ours) = await work.HeldAsync("Heard One", Valid.Imprisonment("2025-09"));
        var (absorbed, theirs) = await work.HeldAsync("Heard Two", Valid.Imprisonment("2025-09"));
        HearingDetails On(string date, Guid source) => new() { HeardOn = PartialDate.Parse(date), Citations = [new(source)] };
        await work.Hearings.AddAsync(ours, On("2026-01-12", gazette), Valid.Submission());
        await work.Hearings.AddAsync(
            theirs, On("2026-01-12", herald) with { HeardAt = new TimeOnly(10, 0), Status = HearingStatus.Held, Court = LocalizedText.English("Merged Court") }, Valid.Submission());
        await work.Hearings.AddAsync(theirs, On("2026-01-12", herald) with { Kind = HearingKind.Remand }, Valid.Submission());
        await work.Hearings.AddAsync(theirs, On("2026-01-13", herald), Valid.Submission());
        Task<List<Hearing>> HearingsAsync() => work.Context.Hearings.AsNoTracking().Include(h => h.Court).Include(h => h.Citations)
            .Where(h => h.ImprisonmentId == ours).OrderBy(h => h.HeardOn.Earliest).ThenBy(h => h.HeardAt).ToListAsync();

        var merge = await work.MergeAsync(kept, absorbed);

        var merged = await HearingsAsync();
        Assert.Equal(
            ["Trial 2026-01-12 10:00 Held Merged Court 2", "Remand 2026-01-12  Scheduled  1", "Trial 2026-01-13  Scheduled  1"],
            merged.Select(h => $"{h.Kind} {h.HeardOn} {h.HeardAt:HH:mm} {h.Status} {h.Court?.Name} {h.Citations.Count}"));
        Assert.Empty((await PersonAsync(work, kept)).Claims);
        await work.UndoAsync(merge);
        var back = Assert.Single(await HearingsAsync());
        Assert.Equal((HearingStatus.Scheduled, null, null), (back.Status, back.HeardAt, back.CourtId));
        Assert.Equal(3, await work.Context.Hearings.CountAsync(h => h.ImprisonmentId == theirs));
    }

    [Fact]
    public async Task MergeAsync_ContradictingReleases_BecomeClaimsWithTheirSources()
    {
        await using var work = register.Work();
        var (kept, ours) = await work.HeldAsync("Contradicted One", Valid.Imprisonment("2021-05-01"));
        var (absorbed, theirs) = await work.HeldAsync("Contradicted Two", Valid.Imprisonment("2021-05-03"));
        var (gazette, herald) = (await work.SourceAsync("Release Gazette"), await work.SourceAsync("Release Herald"));
        await work.Releases.RecordAsync(ours, 1, Valid.Release("2025-09-11") with { Citations = [new(gazette)] }, Valid.Submission());
        await work.Releases.RecordAsync(theirs, 1, Valid.Release("2025-12-13") with { Citations = [new(herald)] }, Valid.Submission());

        await work.MergeAsync(kept, absorbed);

        var person = await PersonAsync(work, kept);
        Assert.Equal("2025-09-11", Assert.Single(person.Imprisonments).EndedOn!.ToString());
        Assert.Equal(["2021-05-01", "2021-05-03"], person.Claims.Where(c => c.Topic == ClaimTopic.DetentionDate).Select(c => c.Value).Order());
        var claims = person.Claims.Where(c => c.Topic == ClaimTopic.Release).OrderBy(c => c.Value).ToList();
        Assert.Equal([(true, gazette), (false, herald)], claims.Select(c => (c.IsPreferred, c.Citations.Single().SourceId)));
    }

    [Fact]
    public async Task MergeAsync_SeenHeldAfterTheOthersRelease_StaysHeldWithBothClaims()
    {
        await using var work = register.Work();
        var (kept, _) = await work.HeldAsync("Seen Later", Valid.Imprisonment("2021-05-01") with { ConfirmedOn = PartialDate.Parse("2025-12-15") });
        var (absorbed, theirs) = await work.HeldAsync("Freed Earlier", Valid.Imprisonment("2021-05-01"));
        await work.Releases.RecordAsync(theirs, 1, Valid.Release("2025-12-13"), Valid.Submission());

        await work.MergeAsync(kept, absorbed);

        var person = await PersonAsync(work, kept);
        Assert.True(Assert.Single(person.Imprisonments).IsOpen);
        Assert.Equal(2, person.Claims.Count(c => c.Topic == ClaimTopic.Release));
    }

    [Fact]
    public async Task MergeAsync_BothNamedInOneEvent_IsNamedOnceAndFreed()
    {
        await using var work = register.Work();
        var (kept, _) = await work.HeldAsync("Named One", Valid.Imprisonment("2021-05"));
        var (absorbed, theirs) = await work.HeldAsync("Named Two", Valid.Imprisonment("2021-05"));
        var eventId = (await work.ReleaseEvents.CreateAsync(
            Valid.ReleaseEvent() with { Named = [new NamedPersonDetails { WrittenName = "Named One", PrisonerId = kept }] }, Valid.Submission())).Subjects[0];
        await work.Releases.RecordAsync(theirs, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());

        await work.MergeAsync(kept, absorbed);

        var named = await work.Context.NamedPeople.AsNoTracking().Include(n => n.Release).Where(n => n.ReleaseEventId == eventId && n.Prisoner != null).ToListAsync();
        var one = Assert.Single(named);
        Assert.Equal((kept, NamedOutcome.Freed), (one.PrisonerId, one.Outcome));
        Assert.Equal(Assert.Single((await PersonAsync(work, kept)).Imprisonments).CurrentRelease!.ReleaseId, one.ReleaseId);
    }

    [Fact]
    public async Task MergeAsync_BirthDatesThatContradict_StandSideBySideWithTheChosenOnePreferred()
    {
        await using var work = register.Work();
        var source = await work.SourceAsync("Birth Gazette");
        var kept = await work.PrisonerAsync(Valid.Prisoner("Born One") with { BornOn = PartialDate.Parse("1962") });
        var absorbed = await work.PrisonerAsync(
            Valid.Prisoner("Born Two") with { BornOn = PartialDate.Parse("1963-09-25"), Gender = Gender.Male, Citations = [new(source, null, "BornOn")] });

        await work.MergeAsync(kept, absorbed, new HashSet<string> { "BornOn", "Gender" });

        var person = await PersonAsync(work, kept);
        Assert.Equal(("1963-09-25", Gender.Male), (person.BornOn!.ToString(), person.Gender));
        Assert.Equal([("1962", false), ("1963-09-25", true)], person.Claims.OrderBy(c => c.Value).Select(c => (c.Value!, c.IsPreferred)));
        Assert.Equal("BornOn", Assert.Single(person.Citations).Field);
    }

    [Theory]
    [InlineData(Publication.Published, Publication.Draft, false, null)]
    [InlineData(Publication.Published, Publication.Withheld, false, null)]
    [InlineData(Publication.Published, Publication.Draft, true, Publication.Published)]
    [InlineData(Publication.Draft, Publication.Published, false, Publication.Draft)]
    [InlineData(Publication.Draft, Publication.Published, true, Publication.Published)]
    [InlineData(Publication.Draft, Publication.Draft, true, Publication.Draft)]
    public async Task MergeAsync_PublicWithHidden_ShowsNothingWithoutAWord(Publication ours, Publication theirs, bool publish, Publication? result)
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Public One")), await work.PrisonerAsync(Valid.Prisoner("Public Two")));
        await work.Prisoners.SetPublicationAsync(kept, ours, Valid.Submission());
        await work.Prisoners.SetPublicationAsync(absorbed, theirs, Valid.Submission());
        var details = await work.DetailsAsync(kept, absorbed, publish: publish);

        if (result is null)
        {
            Assert.Equal("Publish", (await Assert.ThrowsAsync<RuleException>(() => work.Merges.MergeAsync(details, Valid.Submission()))).Field);
            return;
        }

        await work.Merges.MergeAsync(details, Valid.Submission());
        Assert.Equal(result, (await PersonAsync(work, kept)).Publication);
    }

    [Fact]
    public async Task MergeAsync_WithItselfOrAnInventedOrAMergedOne_IsRefused()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Refused One")), await work.PrisonerAsync(Valid.Prisoner("Refused Two")));
        var invented = await work.PrisonerAsync(Valid.Prisoner("Invented") with { IsFictional = true });
        await work.MergeAsync(kept, absorbed);

        foreach (var other in new[] { kept, absorbed, invented })
            Assert.Equal("With", (await Assert.ThrowsAsync<RuleException>(() => work.Merges.PreviewAsync(kept, other))).Field);
    }

    [Fact]
    public async Task MergeAsync_ChangedAfterTheCheck_IsAConflict()
    {
        await using var work = register.Work();
        var (kept, _) = await work.HeldAsync("Checked One");
        var absorbed = await work.PrisonerAsync(Valid.Prisoner("Checked Two"));
        var details = await work.DetailsAsync(kept, absorbed);
        await work.Imprisonments.AddAsync(absorbed, Valid.Imprisonment("2019-01") with { Release = Valid.Release("2019-02") }, Valid.Submission());

        await Assert.ThrowsAsync<ConflictException>(() => work.Merges.MergeAsync(details, Valid.Submission()));
    }

    [Fact]
    public async Task MergeAsync_BothWaysAtOnce_IsDoneOnce()
    {
        await using var one = register.Work();
        await using var other = register.Work();
        var (a, b) = (await one.PrisonerAsync(Valid.Prisoner("Crossed One")), await one.PrisonerAsync(Valid.Prisoner("Crossed Two")));
        var (there, back) = (await one.DetailsAsync(a, b), await one.DetailsAsync(b, a));

        var outcomes = await Task.WhenAll(TryAsync(one.Merges.MergeAsync(there, Valid.Submission())), TryAsync(other.Merges.MergeAsync(back, Valid.Submission())));

        Assert.Single(outcomes, o => o);
        Assert.Equal(1, await one.Context.Merges.CountAsync(m => (m.KeptId == a || m.KeptId == b) && m.UndoneAt == null));
    }

    [Fact]
    public async Task MergeAsync_SentTwice_IsWrittenOnce()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Sent One")), await work.PrisonerAsync(Valid.Prisoner("Sent Two")));
        var (details, submission) = (await work.DetailsAsync(kept, absorbed), Valid.Submission());

        var first = await work.Merges.MergeAsync(details, submission);
        var second = await work.Merges.MergeAsync(details, submission);

        Assert.Equal((WriteOutcome.Written, WriteOutcome.AlreadyWritten), (first.Outcome, second.Outcome));
    }

    [Fact]
    public async Task MergeAsync_AnyTwo_IsOneEntryThatSaysWhatHappened()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Told One")), await work.PrisonerAsync(Valid.Prisoner("Told Two")));
        var before = await work.Context.Changes.CountAsync();

        await work.MergeAsync(kept, absorbed);

        var change = await work.Context.Changes.AsNoTracking().OrderByDescending(c => c.Number).FirstAsync();
        Assert.Equal((before + 1, "prisoner.merged"), (await work.Context.Changes.CountAsync(), change.Action));
        Assert.Contains("Told Two (told-two)", change.After, StringComparison.Ordinal);
        Assert.Contains("Person name: Told Two", change.After, StringComparison.Ordinal);
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task UndoAsync_SomethingChangedSince_IsRefusedAndNamed()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Later One")), (await work.HeldAsync("Later Two")).PrisonerId);
        var merge = await work.MergeAsync(kept, absorbed);
        var imprisonment = Assert.Single((await PersonAsync(work, kept)).Imprisonments);
        await work.Releases.RecordAsync(imprisonment.ImprisonmentId, imprisonment.Version, Valid.Release(), Valid.Submission());

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.UndoAsync(merge));

        Assert.Contains("Release was added on 15 January 2026", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("editor@example.org", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoAsync_NameTakenAwaySince_IsRefusedAndNamed()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Renamed One")), await work.PrisonerAsync(Valid.Prisoner("Renamed Two")));
        var merge = await work.MergeAsync(kept, absorbed);
        await work.Prisoners.EditIdentityAsync(kept, (await PersonAsync(work, kept)).Version, Valid.Prisoner("Renamed One"), Valid.Submission());

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.UndoAsync(merge));

        Assert.Contains("Person name was changed on", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UndoAsync_OtherThingsChangedSince_StaysPossibleAndKeepsThem()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Unrelated One")), await work.PrisonerAsync(Valid.Prisoner("Unrelated Two")));
        var merge = await work.MergeAsync(kept, absorbed);
        await work.Prisoners.AddFactsAsync(kept, new PersonFacts { Honours = [new HonourDetails { Title = LocalizedText.English("A prize") }] }, Valid.Submission());

        await work.UndoAsync(merge);

        Assert.Equal("A prize", (await PersonAsync(work, kept)).Honours.Single().Title.ToString());
        Assert.Equal("Unrelated Two", Assert.Single((await PersonAsync(work, absorbed)).Names).Full);
    }

    [Fact]
    public async Task UndoAsync_MergedOnward_AsksToUndoThatFirst()
    {
        await using var work = register.Work();
        var (a, b, c) = (await work.PrisonerAsync(Valid.Prisoner("Chain A")), await work.PrisonerAsync(Valid.Prisoner("Chain B")), await work.PrisonerAsync(Valid.Prisoner("Chain C")));
        var before = await work.DumpAsync();
        var first = await work.MergeAsync(b, a);
        var second = await work.MergeAsync(c, b);

        Assert.Contains("Undo that merge first", (await Assert.ThrowsAsync<RuleException>(() => work.UndoAsync(first))).Message, StringComparison.Ordinal);
        Assert.Equal(["chain-a", "chain-b"], await work.Context.FormerSlugs.Where(s => s.PrisonerId == c).Select(s => s.Slug).Order().ToListAsync());
        await work.UndoAsync(second);
        await work.UndoAsync(first);
        Assert.Equal(before, await work.DumpAsync());
    }

    [Fact]
    public async Task UndoAsync_HiddenSince_MakesNothingPublic()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Hidden Since")), await work.PrisonerAsync(Valid.Prisoner("Hidden With It")));
        var merge = await work.MergeAsync(kept, absorbed);
        await work.Prisoners.SetPublicationAsync(kept, Publication.Withheld, Valid.Submission());

        await work.UndoAsync(merge);

        Assert.Equal(Publication.Draft, (await PersonAsync(work, absorbed)).Publication);
    }

    [Fact]
    public async Task AddAsync_NameOfAMergedRecord_GetsAnAddressOfItsOwn()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Address One")), await work.PrisonerAsync(Valid.Prisoner("Address Two")));
        await work.MergeAsync(kept, absorbed);

        var added = await work.PrisonerAsync(Valid.Prisoner("Address Two"));

        Assert.StartsWith("address-two-", (await PersonAsync(work, added)).Slug, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => work.Prisoners.MoveAsync(kept, "address-two", Valid.Submission()));
    }

    [Fact]
    public async Task RemoveAddedByMerge_WhatNoMergeAdded_IsRefused()
    {
        await using var work = register.Work();
        var (kept, absorbed) = (await work.PrisonerAsync(Valid.Prisoner("Guarded One")), await work.PrisonerAsync(Valid.Prisoner("Guarded Two")));
        var merge = await work.MergeAsync(kept, absorbed);
        var slug = """'{"slug": "guarded-two"}'::jsonb""";

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => register.AsApplicationAsync($"SELECT remove_added_by_merge('{merge}', 'prisoners', {slug})"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => register.AsApplicationAsync($"SELECT remove_added_by_merge('{kept}', 'former_slugs', {slug})"));
        await work.UndoAsync(merge);
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => register.AsApplicationAsync($"SELECT remove_added_by_merge('{merge}', 'former_slugs', {slug})"));
    }

    private static PrisonerDetails Named(params (string Full, string Language, Guid Source)[] names) => new()
    {
        Names = [.. names.Select(n => new NameDetails { Full = n.Full, Language = n.Language, Citations = [new CitationDetails(n.Source)] })],
    };

    private static Task<Prisoner> PersonAsync(Work work, Guid id) => work.Context.Prisoners.AsNoTracking().AsSplitQuery()
        .Include(p => p.Citations)
        .Include(p => p.Names)
        .Include(p => p.Honours)
        .Include(p => p.Claims).ThenInclude(c => c.Citations)
        .Include(p => p.Imprisonments).ThenInclude(i => i.Charges).ThenInclude(c => c.Article)
        .Include(p => p.Imprisonments).ThenInclude(i => i.Sentences)
        .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
        .SingleAsync(p => p.PrisonerId == id);

    private static async Task<bool> TryAsync(Task<WriteResult> write)
    {
        try
        {
            return (await write).Outcome == WriteOutcome.Written;
        }
        catch (Exception e) when (e is RuleException or ConflictException)
        {
            return false;
        }
    }
}
