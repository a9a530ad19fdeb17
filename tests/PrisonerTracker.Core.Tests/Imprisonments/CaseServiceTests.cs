using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tests.Data;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Imprisonments;

public sealed class CaseServiceTests(Register register) : IClassFixture<Register>
{
    private static SentenceDetails Decision(string on) => new() { DecidedOn = PartialDate.Parse(on), Penalty = Penalty.Imprisonment, Term = Term.Of(2) };

    [Fact]
    public async Task AddSentence_BeforeTheArticleExisted_NamesTheCharge()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Early Sentence", Valid.Imprisonment("2019") with { Charges = [new ChargeDetails { Article = "361-4" }] });
        await register.AsOwnerAsync("UPDATE articles SET valid_from_earliest = '2021-06-19', valid_from_latest = '2021-06-19', valid_from_is_approximate = false WHERE number = '361-4'");

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.Sentences.AddAsync(imprisonmentId, Decision("2020"), Valid.Submission()));
        await work.Sentences.AddAsync(imprisonmentId, Decision("2021"), Valid.Submission());

        Assert.Equal((nameof(SentenceDetails.DecidedOn), FactKind.Charge), (refusal.Field, refusal.Conflicting!.Kind));
        Assert.Contains("361-4", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSentence_Unlikely_IsWrittenOnceConfirmed()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Unlikely Case", Valid.Imprisonment("2022"));
        var details = Decision("2021") with { Term = Term.Of(26) };

        var doubt = await Assert.ThrowsAsync<DoubtException>(() => work.Sentences.AddAsync(imprisonmentId, details, Valid.Submission()));
        await Assert.ThrowsAsync<DoubtException>(() => work.Sentences.AddAsync(imprisonmentId, details with { Term = Term.Of(27) }, Valid.Submission() with { Confirmed = [.. doubt.Questions.Select(q => q.ToString())] }));
        var added = await work.Sentences.AddAsync(imprisonmentId, details, Valid.Submission() with { Confirmed = [.. doubt.Questions.Select(q => q.ToString())] });

        Assert.Equal(2, doubt.Questions.Count);
        Assert.Equal(WriteOutcome.Written, added.Outcome);
    }

    [Fact]
    public async Task RemoveCharge_WithCitations_LeavesThemInTheHistoryAndNowhereElse()
    {
        await using var work = register.Work();
        var sourceId = await work.SourceAsync("The Removed Herald");
        var (_, imprisonmentId) = await work.HeldAsync("Removed Charge", Valid.Imprisonment() with
        {
            Charges = [new ChargeDetails { Article = "130", Citations = [new CitationDetails(sourceId, "page 3")] }],
        });
        var charge = await work.Context.Charges.SingleAsync(c => c.ImprisonmentId == imprisonmentId);

        await work.Charges.RemoveAsync(imprisonmentId, charge.ChargeId, charge.Version, Valid.Submission("A mistake"));

        Assert.False(await work.Context.Citations.AnyAsync(c => c.SourceId == sourceId));
        Assert.False(await work.Context.Charges.AnyAsync(c => c.ImprisonmentId == imprisonmentId));
        var change = await work.Context.Changes.OrderByDescending(c => c.Number).FirstAsync();
        Assert.Equal("charge.removed", change.Action);
        Assert.All(["The Removed Herald", "page 3", "130", "Laid"], said => Assert.Contains(said, change.Before, StringComparison.Ordinal));
        Assert.Equal("[]", change.After);
    }

    [Fact]
    public async Task EditCharge_OfAnEarlierVersion_IsAConflict()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Conflicting Charge", Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "130" }] });
        var id = await work.Context.Charges.Where(c => c.ImprisonmentId == imprisonmentId).Select(c => c.ChargeId).SingleAsync();
        await work.Charges.EditAsync(imprisonmentId, id, 1, new ChargeDetails { Article = "188" }, Valid.Submission());

        await Assert.ThrowsAsync<ConflictException>(() => work.Charges.EditAsync(imprisonmentId, id, 1, new ChargeDetails { Article = "342" }, Valid.Submission()));
    }

    [Fact]
    public async Task Transfer_EndsTheOpenStay_AndOneWithoutABeginningToo()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Transferred Twice", Valid.Imprisonment("2021-01-01") with
        {
            Placements = [new PlacementDetails { Facility = LocalizedText.English("First"), SeenOn = PartialDate.Parse("2021-02") }],
        });

        foreach (var (facility, from) in new[] { ("Second", "2021-05-01"), ("Third", "2022-05-01") })
        {
            await work.Placements.AddAsync(
                imprisonmentId, new PlacementDetails { Facility = LocalizedText.English(facility), FromOn = PartialDate.Parse(from), EndsPrevious = true }, Valid.Submission());
        }

        var stays = await work.Context.Placements.Include(p => p.Facility).Where(p => p.ImprisonmentId == imprisonmentId).ToListAsync();
        Assert.Equal(
            ["First 2021-05-01", "Second 2022-05-01", "Third "],
            stays.Select(p => $"{p.Facility!.Name} {p.UntilOn}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2021-01-01", "2021-06-01", "2021-05-31", "2021-07-01", true)]
    [InlineData("2021-01-01", "2021-06-01", "2021-06-01", null, false)]
    [InlineData("2021-01-01", null, "2021-06-01", null, false)]
    [InlineData("2021-01-01", "2021-06-01", "2021", null, false)]
    [InlineData("2021-03-01", "2021-04-01", "2021-01-01", "2021-12-01", true)]
    public async Task AddPlacement_InTwoPlaces_AsksOnlyWhenItIsCertain(string from, string? until, string otherFrom, string? otherUntil, bool asks)
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Divided", Valid.Imprisonment("2020") with { Placements = [Stay("Here", from, until)] });

        var outcome = await Record.ExceptionAsync(() => work.Placements.AddAsync(imprisonmentId, Stay("There", otherFrom, otherUntil), Valid.Submission()));

        Assert.Equal(asks, outcome is DoubtException);
        Assert.True(outcome is null or DoubtException, outcome?.ToString());
    }

    [Fact]
    public async Task EditDetention_IntoAnotherImprisonment_NamesThatOne()
    {
        await using var work = register.Work();
        var (prisonerId, first) = await work.HeldAsync("Held Twice", Valid.Imprisonment("2010-01-01"));
        await work.Releases.RecordAsync(first, 1, Valid.Release("2012-01-01"), Valid.Submission());
        var second = (await work.Imprisonments.AddAsync(prisonerId, Valid.Imprisonment("2020-01-01"), Valid.Submission())).Subjects[1];

        var refusal = await Assert.ThrowsAsync<RuleException>(
            () => work.Imprisonments.EditAsync(second, 1, Valid.Imprisonment("2011-01-01"), Valid.Submission()));

        Assert.Equal((FactKind.Imprisonment, first), (refusal.Conflicting!.Kind, refusal.Conflicting.Id));
    }

    private static PlacementDetails Stay(string facility, string from, string? until) => new()
    {
        Facility = LocalizedText.English(facility),
        FromOn = PartialDate.Parse(from),
        UntilOn = until is null ? null : PartialDate.Parse(until),
    };
}
