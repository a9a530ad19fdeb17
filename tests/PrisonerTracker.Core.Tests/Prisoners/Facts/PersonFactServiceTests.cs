using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Prisoners.Facts;

public sealed class PersonFactServiceTests(Register register) : IClassFixture<Register>
{
    private static readonly HonourDetails Prize = new() { Title = LocalizedText.English("A prize") };

    [Fact]
    public async Task Designation_AddedWithdrawnAndRemoved_MovesTheStanding()
    {
        await using var work = register.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Designated Person"));
        var details = new DesignationDetails { OrganisationId = Guid.Empty, NewOrganisation = LocalizedText.English("Rights Watchers"), DesignatedOn = PartialDate.Parse("2024") };

        await work.Facts.AddAsync(prisonerId, details, Valid.Submission());
        Assert.True(await IsDesignatedAsync(prisonerId));
        var added = await work.Context.Designations.AsNoTracking().SingleAsync(d => d.PrisonerId == prisonerId);
        details = details with { OrganisationId = added.OrganisationId, NewOrganisation = LocalizedText.Empty };

        await work.Facts.ChangeAsync(prisonerId, added.DesignationId, added.Version, details with { WithdrawnOn = PartialDate.Parse("2025") }, Valid.Submission());
        Assert.False(await IsDesignatedAsync(prisonerId));
        await work.Facts.ChangeAsync(prisonerId, added.DesignationId, added.Version + 1, details, Valid.Submission());
        Assert.True(await IsDesignatedAsync(prisonerId));

        await work.Facts.RemoveAsync<Designation>(prisonerId, added.DesignationId, added.Version + 2, Valid.Submission());
        Assert.False(await IsDesignatedAsync(prisonerId));
        var last = await work.Context.Changes.AsNoTracking().OrderByDescending(c => c.Number).FirstAsync();
        Assert.Equal("designation.removed", last.Action);
        Assert.Contains("2024", last.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangeAsync_OldVersion_IsAConflict()
    {
        await using var work = register.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Contested Honour"));
        await work.Facts.AddAsync(prisonerId, Prize, Valid.Submission());
        var honour = await work.Context.Honours.AsNoTracking().SingleAsync(h => h.PrisonerId == prisonerId);
        await work.Facts.ChangeAsync(prisonerId, honour.HonourId, honour.Version, Prize with { ReceivedOn = PartialDate.Parse("2022") }, Valid.Submission());

        await Assert.ThrowsAsync<ConflictException>(() =>
            work.Facts.ChangeAsync(prisonerId, honour.HonourId, honour.Version, Prize with { ReceivedOn = PartialDate.Parse("2023") }, Valid.Submission()));
        await Assert.ThrowsAsync<ConflictException>(() => work.Facts.RemoveAsync<Honour>(prisonerId, honour.HonourId, honour.Version, Valid.Submission()));
    }

    [Fact]
    public async Task ChangeAsync_FactOfSomebodyElse_IsRefused()
    {
        await using var work = register.Work();
        var (mine, theirs) = (await work.PrisonerAsync(Valid.Prisoner("Mine")), await work.PrisonerAsync(Valid.Prisoner("Theirs")));
        await work.Facts.AddAsync(theirs, Prize, Valid.Submission());
        var honour = await work.Context.Honours.AsNoTracking().SingleAsync(h => h.PrisonerId == theirs);

        await Assert.ThrowsAsync<RuleException>(() => work.Facts.ChangeAsync(mine, honour.HonourId, honour.Version, Prize, Valid.Submission()));
    }

    [Fact]
    public async Task HasUnsourced_FollowsWhatReadersSee()
    {
        await using var work = register.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Marked Person"));
        Assert.False(await HasUnsourcedAsync(prisonerId));

        await work.Facts.AddAsync(prisonerId, new RiskFactorDetails { Kind = RiskKind.Illness }, Valid.Submission());
        Assert.False(await HasUnsourcedAsync(prisonerId));

        await work.Facts.AddAsync(prisonerId, Prize, Valid.Submission());
        Assert.True(await HasUnsourcedAsync(prisonerId));

        var honour = await work.Context.Honours.AsNoTracking().SingleAsync(h => h.PrisonerId == prisonerId);
        await work.Facts.ChangeAsync(prisonerId, honour.HonourId, honour.Version, Prize with { Citations = [new CitationDetails(await work.SourceAsync())] }, Valid.Submission());
        Assert.False(await HasUnsourcedAsync(prisonerId));
    }

    [Fact]
    public async Task RiskFactor_EditorsOnly_DoesNotExistForOthersNorDoesItsSource()
    {
        await using var work = register.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Withheld Person"));
        var source = await work.SourceAsync("Hospital Herald");
        await work.Facts.AddAsync(prisonerId, new RiskFactorDetails { Kind = RiskKind.Illness, Citations = [new CitationDetails(source)] }, Valid.Submission());

        work.Context.ShowWithheld = false;
        Assert.Empty(await work.Context.RiskFactors.Where(r => r.PrisonerId == prisonerId).ToListAsync());
        Assert.False((await work.Context.Sources.AsNoTracking().SingleAsync(s => s.SourceId == source)).IsPublic);

        work.Context.ShowWithheld = true;
        var fact = await work.Context.RiskFactors.AsNoTracking().SingleAsync(r => r.PrisonerId == prisonerId);
        await work.Facts.ChangeAsync(prisonerId, fact.RiskFactorId, fact.Version, new RiskFactorDetails { Kind = RiskKind.Illness, Visibility = Visibility.Public }, Valid.Submission());
        work.Context.ShowWithheld = false;
        Assert.Single(await work.Context.RiskFactors.Where(r => r.PrisonerId == prisonerId).ToListAsync());
        Assert.True((await work.Context.Sources.AsNoTracking().SingleAsync(s => s.SourceId == source)).IsPublic);
    }

    [Fact]
    public async Task AddAsync_ImpossibleDates_AreRefusedAtTheirField()
    {
        await using var work = register.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Impossible Facts"));
        var listing = new StateListingDetails { Kind = StateListKind.Extremists, Country = "BY", ListName = LocalizedText.English("A list") };

        Assert.Equal("RemovedOn", await RefusalAsync(listing with { ListedOn = PartialDate.Parse("2024"), RemovedOn = PartialDate.Parse("2023") }));
        Assert.Equal("ListedOn", await RefusalAsync(listing with { ListedOn = PartialDate.Parse("2030") }));
        Assert.Equal("UntilOn", await RefusalAsync(new RiskFactorDetails { Kind = RiskKind.Illness, SinceOn = PartialDate.Parse("2024"), UntilOn = PartialDate.Parse("2023") }));
        Assert.Equal("Lines", await RefusalAsync(new LetterAddressDetails()));
        Assert.Equal("Text", await RefusalAsync(new QuotationDetails { Text = LocalizedText.Empty }));

        async Task<string> RefusalAsync<T>(PersonFactDetails<T> details)
            where T : PersonFact =>
            (await Assert.ThrowsAsync<RuleException>(() => work.Facts.AddAsync(prisonerId, details, Valid.Submission()))).Field;
    }

    private async Task<bool> IsDesignatedAsync(Guid prisonerId)
    {
        await using var work = register.Work();
        return (await work.Context.Prisoners.AsNoTracking().SingleAsync(p => p.PrisonerId == prisonerId)).Standing.IsDesignated;
    }

    private async Task<bool> HasUnsourcedAsync(Guid prisonerId)
    {
        await using var work = register.Work();
        return (await work.Context.Prisoners.AsNoTracking().SingleAsync(p => p.PrisonerId == prisonerId)).HasUnsourced;
    }
}
