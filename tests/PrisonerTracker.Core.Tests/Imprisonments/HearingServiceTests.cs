using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tests.Data;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Imprisonments;

/// <summary>It is 15 January 2026.</summary>
public sealed class HearingServiceTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task Add_ForADayAhead_IsKeptAsAnnouncedInOneRowOfHistory()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Heard Soon");
        var before = await work.Context.Changes.CountAsync();

        var added = await work.Hearings.AddAsync(
            imprisonmentId,
            On("2026-03-02") with { HeardAt = new TimeOnly(9, 30, 45), Court = LocalizedText.English("Minsk City Court"), IsClosed = true, Note = LocalizedText.English("Room 12") },
            Valid.Submission());

        var hearing = await work.Context.Hearings.Include(h => h.Court).SingleAsync(h => h.ImprisonmentId == imprisonmentId);
        Assert.Equal([prisonerId, imprisonmentId, hearing.HearingId], added.Subjects);
        Assert.Equal(
            (HearingKind.Trial, HearingStatus.Scheduled, "2026-03-02", new TimeOnly(9, 30), "Minsk City Court", true, "Room 12", 1),
            (hearing.Kind, hearing.Status, hearing.HeardOn.ToString(), hearing.HeardAt!.Value, hearing.Court!.Name.ToString(), hearing.IsClosed, hearing.Note.ToString(), hearing.Version));
        Assert.Equal(before + 1, await work.Context.Changes.CountAsync());
        var change = await work.Context.Changes.OrderByDescending(c => c.Number).FirstAsync();
        Assert.Equal("hearing.added", change.Action);
        Assert.All(["2026-03-02", "09:30:00", "Minsk City Court", "Room 12"], said => Assert.Contains(said, change.After, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03")]
    [InlineData("2026")]
    [InlineData("2026-03-02~")]
    public async Task Add_TimeOfNoCertainDay_IsRefusedByTheServiceAndByTheDatabase(string on)
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Heard Some Day");

        var refusal = await Assert.ThrowsAsync<RuleException>(
            () => work.Hearings.AddAsync(imprisonmentId, On(on) with { HeardAt = new TimeOnly(10, 0) }, Valid.Submission()));
        await work.Hearings.AddAsync(imprisonmentId, On(on), Valid.Submission());
        var forced = await Assert.ThrowsAsync<PostgresException>(
            () => register.AsOwnerAsync($"UPDATE hearings SET heard_at = '10:00' WHERE imprisonment_id = '{imprisonmentId}'"));

        Assert.Equal(nameof(HearingDetails.HeardAt), refusal.Field);
        Assert.Equal("ck_hearings_heard_at", forced.ConstraintName);
    }

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("2026", false)] // may be past already
    [InlineData("2026-01-15", false)]
    public async Task Add_HeldInTheFuture_IsRefused(string on, bool refused)
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Heard Already");

        var outcome = await Record.ExceptionAsync(() => work.Hearings.AddAsync(imprisonmentId, On(on) with { Status = HearingStatus.Held }, Valid.Submission()));

        Assert.Equal(refused, outcome is RuleException { Field: nameof(HearingDetails.HeardOn) });
        Assert.True(refused || outcome is null, outcome?.ToString());
    }

    [Theory]
    [InlineData("2029-02-01", "3 years ahead")]
    [InlineData("2023-04-30", "before the detention")]
    [InlineData("2026-02-02", "recorded already")]
    [InlineData("2023", null)]
    [InlineData("2026-02-03", null)]
    public async Task Add_Unlikely_IsWrittenOnceConfirmed(string on, string? asks)
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Heard Oddly", Valid.Imprisonment("2023-05"));
        await work.Hearings.AddAsync(imprisonmentId, On("2026-02-02"), Valid.Submission());

        var outcome = await Record.ExceptionAsync(() => work.Hearings.AddAsync(imprisonmentId, On(on), Valid.Submission()));

        if (asks is null)
        {
            Assert.Null(outcome);
            return;
        }

        var doubt = Assert.IsType<DoubtException>(outcome);
        Assert.Contains(asks, Assert.Single(doubt.Questions).ToString(), StringComparison.Ordinal);
        var confirmed = await work.Hearings.AddAsync(imprisonmentId, On(on), Valid.Submission() with { Confirmed = [.. doubt.Questions.Select(q => q.ToString())] });
        Assert.Equal(WriteOutcome.Written, confirmed.Outcome);
    }

    [Fact]
    public async Task Add_InAbsentia_IsKept()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Heard Without", new ImprisonmentDetails { Country = "BY", Kind = ImprisonmentKind.InAbsentia });

        var added = await work.Hearings.AddAsync(imprisonmentId, On("2026-02-02"), Valid.Submission());

        Assert.Equal(WriteOutcome.Written, added.Outcome);
    }

    [Fact]
    public async Task Edit_Adjourned_NamesTheHearingInTheHistory_AndOfAnEarlierVersionIsAConflict()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Heard Later");
        var id = (await work.Hearings.AddAsync(imprisonmentId, On("2026-02-02"), Valid.Submission())).Subjects[2];

        await work.Hearings.EditAsync(imprisonmentId, id, 1, On("2026-02-02") with { Status = HearingStatus.Adjourned }, Valid.Submission());

        var change = await work.Context.Changes.OrderByDescending(c => c.Number).FirstAsync();
        Assert.Contains("\"of\":{\"Kind\":\"Trial\",\"HeardOn\":\"2026-02-02\"}", change.After, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConflictException>(() => work.Hearings.EditAsync(imprisonmentId, id, 1, On("2026-02-03"), Valid.Submission()));
        await Assert.ThrowsAsync<ConflictException>(() => work.Hearings.RemoveAsync(imprisonmentId, id, 1, Valid.Submission()));
        await work.Hearings.RemoveAsync(imprisonmentId, id, 2, Valid.Submission("A mistake"));
        var gone = await Assert.ThrowsAsync<RuleException>(() => work.Hearings.EditAsync(imprisonmentId, id, 2, On("2026-02-03"), Valid.Submission()));
        Assert.Contains("removed this hearing", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Source_OfAHearing_IsPublicWhileReadersCanSeeIt_AndWithoutOneThePersonIsMarked()
    {
        await using var work = register.Work();
        var cited = new CitationDetails(await work.SourceAsync("The Court Herald"));
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Heard And Cited", Valid.Imprisonment() with { Citations = [cited with { SourceId = await work.SourceAsync("Another") }] });
        var details = On("2026-02-02") with { Court = LocalizedText.English("Court Of The Herald") };

        var id = (await work.Hearings.AddAsync(imprisonmentId, details, Valid.Submission())).Subjects[2];
        Assert.True(await IsMarkedAsync());
        await work.Hearings.EditAsync(imprisonmentId, id, 1, details with { Citations = [cited] }, Valid.Submission());
        Assert.False(await IsMarkedAsync());
        Assert.True(await IsPublicAsync());
        Assert.True(await work.Context.Hearings.Where(h => h.HearingId == id).Select(h => h.Court!.IsPublic).SingleAsync());

        await work.Prisoners.SetConsentAsync(prisonerId, 1, new ConsentDetails { WithheldParts = [PersonPart.Hearings] }, Valid.Submission("The family asked"));
        Assert.False(await IsPublicAsync());
        await work.Hearings.EditAsync(imprisonmentId, id, 2, details with { HeardAt = new TimeOnly(10, 0), Citations = [cited] }, Valid.Submission());
        Assert.False(await IsPublicAsync()); // withheld still
        await work.Prisoners.SetConsentAsync(prisonerId, 2, new ConsentDetails(), Valid.Submission("The family asked again"));
        Assert.True(await IsPublicAsync());
        await work.Prisoners.SetPublicationAsync(prisonerId, Publication.Draft, Valid.Submission());
        Assert.False(await IsPublicAsync());

        Task<bool> IsMarkedAsync() => work.Context.Prisoners.AsNoTracking().Where(p => p.PrisonerId == prisonerId).Select(p => p.HasUnsourced).SingleAsync();
        Task<bool> IsPublicAsync() => work.Context.Sources.AsNoTracking().Where(s => s.SourceId == cited.SourceId).Select(s => s.IsPublic).SingleAsync();
    }

    [Fact]
    public async Task Hearings_WithheldPart_DoNotExistForReaders()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Heard In Secret");
        await work.Hearings.AddAsync(imprisonmentId, On("2026-02-02"), Valid.Submission());
        await work.Prisoners.SetConsentAsync(prisonerId, 1, new ConsentDetails { WithheldParts = [PersonPart.Hearings] }, Valid.Submission("The family asked"));

        Assert.True(await work.Context.Hearings.AnyAsync(h => h.ImprisonmentId == imprisonmentId));
        work.Context.ShowWithheld = false;
        Assert.False(await work.Context.Hearings.AnyAsync(h => h.ImprisonmentId == imprisonmentId));
    }

    private static HearingDetails On(string date) => new() { HeardOn = PartialDate.Parse(date) };
}
