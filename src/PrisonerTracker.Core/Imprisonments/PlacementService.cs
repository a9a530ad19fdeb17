using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>Adds, changes and removes stays in facilities. The subjects of a result are the person, the imprisonment and the stay.</summary>
public sealed class PlacementService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds a stay; as a transfer it ends the one that was open until then, in the same change.</summary>
    public Task<WriteResult> AddAsync(
        Guid imprisonmentId, PlacementDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To(details.EndsPrevious ? "placement.transferred" : "placement.added"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            CheckDates(imprisonment, details, now);
            if (details.EndsPrevious)
                EndPrevious(imprisonment, details.FromOn);
            var placement = Placement.Create(details, await FacilityAsync(imprisonment, details, token));
            imprisonment.Add(placement);
            return Checked(prisoner, imprisonment, placement, submission, now);
        }, cancellationToken);

    /// <summary>Changes the stay.</summary>
    /// <exception cref="ConflictException">The stay was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid imprisonmentId, Guid placementId, int version, PlacementDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("placement.edited"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            var placement = await FindAsync(imprisonment, placementId, version, token);
            CheckDates(imprisonment, details, now);
            placement.Set(details, await FacilityAsync(imprisonment, details, token));
            return Checked(prisoner, imprisonment, placement, submission, now);
        }, cancellationToken);

    /// <summary>Takes the stay out of the record; the history keeps it.</summary>
    /// <exception cref="ConflictException">The stay was changed after the editor opened it.</exception>
    public Task<WriteResult> RemoveAsync(
        Guid imprisonmentId, Guid placementId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("placement.removed"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            imprisonment.Remove(await FindAsync(imprisonment, placementId, version, token));
            prisoner.Touch(now);
            return [prisoner.PrisonerId, imprisonmentId, placementId];
        }, cancellationToken);

    private static void CheckDates(Imprisonment imprisonment, PlacementDetails details, DateTime now)
    {
        if (imprisonment.Kind == ImprisonmentKind.InAbsentia)
            throw new RuleException("", "The person was tried in absentia and never held in this case.", ImprisonmentRules.Named(imprisonment));
        if (details is { Facility.IsEmpty: true, FromOn: null, UntilOn: null, SeenOn: null, Regime: null, InIsolation: false, Incommunicado: false, Note.IsEmpty: true })
            throw new RuleException(nameof(details.Facility), "Say where the person was held, when, or under which conditions.");
        ImprisonmentRules.NotInFuture(details.FromOn, nameof(details.FromOn), Today.Latest(now), $"The date of the stay, {details.FromOn}, lies in the future. Correct it.");
        ImprisonmentRules.NotInFuture(details.UntilOn, nameof(details.UntilOn), Today.Latest(now), $"The date of the end of the stay, {details.UntilOn}, lies in the future. Correct it.");
        ImprisonmentRules.NotInFuture(details.SeenOn, nameof(details.SeenOn), Today.Latest(now), $"The date of the observation, {details.SeenOn}, lies in the future. Correct it.");
    }

    private static void EndPrevious(Imprisonment imprisonment, PartialDate? on)
    {
        if (on is null)
            throw new RuleException(nameof(PlacementDetails.FromOn), "Say since when the person is there: the stay before it ends then.");
        var previous = imprisonment.Placements
            .Where(p => p.IsOpen && ((p.FromOn ?? p.SeenOn) is not { } began || !on.IsCertainlyBefore(began)))
            .OrderBy(p => p.FromOn ?? p.SeenOn)
            .LastOrDefault()
            ?? throw new RuleException(nameof(PlacementDetails.EndsPrevious), "No stay is open that could end then. Take the mark away, or correct the date.");
        previous.Close(on);
    }

    private async Task<Facility?> FacilityAsync(Imprisonment imprisonment, PlacementDetails details, CancellationToken cancellationToken)
    {
        var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, cancellationToken);
        return await catalogue.FacilityAsync(details.Facility, details.FacilityKind, cancellationToken);
    }

    private async Task<Placement> FindAsync(Imprisonment imprisonment, Guid placementId, int version, CancellationToken cancellationToken)
    {
        var placement = await context.FactAsync(imprisonment.Placements, p => p.PlacementId == placementId, "Somebody else removed this stay while you had it open. Nothing of yours is saved; add it anew if it should be there.", cancellationToken);
        context.Expect(placement, p => p.Version, version);
        return placement;
    }

    private Guid[] Checked(Prisoner prisoner, Imprisonment imprisonment, Placement placement, Submission submission, DateTime now)
    {
        context.ChangeTracker.DetectChanges(); // the facility the stay leads to now
        var doubts = new Doubts(submission);
        CaseRules.AskAbout(doubts, imprisonment, placement);
        doubts.Settle();
        prisoner.Touch(now);
        return [prisoner.PrisonerId, imprisonment.ImprisonmentId, placement.PlacementId];
    }
}
