using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Adds a court decision, or changes one.</summary>
internal sealed class SentenceModel(RegisterContext register, CurrentActor actor, SentenceService sentences) : CasePage(register, actor)
{
    [FromRoute]
    public Guid? SentenceId { get; set; }

    [BindProperty]
    public SentenceInput Input { get; set; } = new();

    public IReadOnlyList<string> Courts { get; private set; } = [];
    public IReadOnlyList<string> Judges { get; private set; } = [];

    /// <summary>The other decisions of the imprisonment, one of which this one may take the place of.</summary>
    public IEnumerable<SelectListItem> Others => Imprisonment.Sentences
        .Where(s => s.SentenceId != SentenceId)
        .OrderBy(s => s.DecidedOn)
        .Select(s => new SelectListItem(SentenceInput.Named(s), s.SentenceId.ToString()))
        .Prepend(new SelectListItem(T("None¦decision"), ""));

    private Sentence? Sentence => Imprisonment.Sentences.FirstOrDefault(s => s.SentenceId == SentenceId);

    protected override IQueryable<Citation>? Cited => SentenceId is null ? null : Register.Citations.Where(c => c.SentenceId == SentenceId);

    protected override IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) => imprisonments
        .Include(i => i.Sentences).ThenInclude(s => s.Court)
        .Include(i => i.Sentences).ThenInclude(s => s.Judge);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || (SentenceId is not null && Sentence is null))
            return NotFound();

        if (Sentence is { } sentence)
            (Input, Version) = (SentenceInput.Of(sentence), sentence.Version);
        else
            Input.InAbsentia = Imprisonment.Kind == ImprisonmentKind.InAbsentia;
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => SentenceId is { } id
        ? sentences.EditAsync(ImprisonmentId, id, Version, Input.ToDetails(Sentence, citations), submission)
        : sentences.AddAsync(ImprisonmentId, Input.ToDetails(null, citations), submission));

    protected override async Task OfferAsync()
    {
        var courts = await Register.Courts.Where(c => c.Country == Imprisonment.Country).Select(c => c.Name).ToListAsync();
        var judges = await Register.Judges.Where(j => j.Country == Imprisonment.Country).Select(j => j.Name).ToListAsync();
        (Courts, Judges) = ([.. courts.Select(c => c.ToString()).Order()], [.. judges.Select(j => j.ToString()).Order()]);
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Sentence is { } sentence ? (sentence.Version, SentenceInput.Of(sentence).Fields(Imprisonment)) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields(Imprisonment);
}
