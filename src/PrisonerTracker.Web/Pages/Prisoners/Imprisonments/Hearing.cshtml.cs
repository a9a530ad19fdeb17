using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Adds a hearing, announced or held, or changes one.</summary>
internal sealed class HearingModel(RegisterContext register, CurrentActor actor, HearingService hearings) : CasePage(register, actor)
{
    [FromRoute]
    public Guid? HearingId { get; set; }

    [BindProperty]
    public HearingInput Input { get; set; } = new();

    public IReadOnlyList<string> Courts { get; private set; } = [];

    private Hearing? Hearing => Imprisonment.Hearings.FirstOrDefault(h => h.HearingId == HearingId);

    protected override IQueryable<Citation>? Cited => HearingId is null ? null : Register.Citations.Where(c => c.HearingId == HearingId);

    protected override IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) =>
        imprisonments.Include(i => i.Hearings).ThenInclude(h => h.Court);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || (HearingId is not null && Hearing is null))
            return NotFound();

        if (Hearing is { } hearing)
            (Input, Version) = (HearingInput.Of(hearing), hearing.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => HearingId is { } id
        ? hearings.EditAsync(ImprisonmentId, id, Version, Input.ToDetails(Hearing, citations), submission)
        : hearings.AddAsync(ImprisonmentId, Input.ToDetails(null, citations), submission));

    protected override async Task OfferAsync()
    {
        var courts = await Register.Courts.Where(c => c.Country == Imprisonment.Country).Select(c => c.Name).ToListAsync();
        Courts = [.. courts.Select(c => c.ToString()).Order()];
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Hearing is { } hearing ? (hearing.Version, HearingInput.Of(hearing).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();
}
