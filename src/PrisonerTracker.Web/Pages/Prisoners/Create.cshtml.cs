using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>Adds a person, after showing whom the register already has under a name like theirs.</summary>
internal sealed class CreateModel(RegisterContext register, CurrentActor actor, PrisonerService prisoners, LookAlikes lookAlikes) : FormPage(register, actor)
{
    private const int SeenLength = 2000;
    private const int MostNamesakes = 5;

    public sealed record PersonView(Guid PrisonerId, string Slug, string Name, PartialDate? BornOn, Standing Standing, Publication Publication, bool IsFictional);

    [BindProperty]
    public IdentityInput Input { get; set; } = IdentityInput.Empty();

    /// <summary>The editor has looked at them: the new person is somebody else.</summary>
    [BindProperty]
    public bool NoneOfThese { get; set; }

    /// <summary>Whom the editor was shown, by id; the answer holds for these.</summary>
    [BindProperty]
    [StringLength(SeenLength)]
    public string? Seen { get; set; }

    public IReadOnlyList<(PersonView Person, LookAlike Likeness)> Alike { get; private set; } = [];

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid
            || !await IsNewAsync()
            || await TryAsync(() => prisoners.AddAsync(Input.ToDetails(null, citations), Submission(newSources))) is not { } added)
        {
            await ShowAsync();
            return Again();
        }

        var slug = await Register.Prisoners.Where(p => p.PrisonerId == added.Subjects[0]).Select(p => p.Slug).SingleAsync();
        TempData.Say(Told(added, T("Added as a draft. Nobody but signed-in people sees it until it is published.")));
        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    // A form sent a second time has its own person among the look-alikes; the service tells that it was sent before.
    private async Task<bool> IsNewAsync()
    {
        if (await Register.Changes.AnyAsync(c => c.RequestKey == RequestKey))
            return true;

        var found = await lookAlikes.FindAsync(Input.Names.Select(n => Blank.ToNull(n.Full)).OfType<string>(), Input.BornOn);
        found = [.. found, .. await NamesakesAsync([.. found.Select(l => l.PrisonerId)])];
        var seen = (Seen ?? "").Split(' ');
        if (found.Count == 0 || (NoneOfThese && found.All(l => seen.Contains(l.PrisonerId.ToString("N")))))
            return true;

        var ids = found.Select(l => l.PrisonerId).ToList();
        var people = await Register.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new PersonView(p.PrisonerId, p.Slug, p.DisplayName, p.BornOn, p.Standing, p.Publication, p.IsFictional))
            .ToDictionaryAsync(p => p.PrisonerId);
        Alike = [.. found.Where(l => people.ContainsKey(l.PrisonerId)).Select(l => (people[l.PrisonerId], l))];
        (Seen, NoneOfThese) = (string.Join(' ', ids.Select(id => id.ToString("N"))), false);
        ModelState.Remove(nameof(Seen));
        ModelState.Remove(nameof(NoneOfThese));
        ModelState.AddModelError(nameof(NoneOfThese), T("The register has people with a name like this. Look at them; when the person is none of them, say so and send the form again."));
        return false;
    }

    // Whose birth contradicts is nobody's look-alike; but a birth date may be wrong, and to the letter the same name is worth a look.
    private async Task<IReadOnlyList<LookAlike>> NamesakesAsync(Guid[] known)
    {
        var namesakes = new List<LookAlike>();
        foreach (var name in Input.Names.Select(n => Blank.ToNull(n.Full)).OfType<string>().Distinct())
        {
            var words = $"%{SearchText.Of([name])}%";
            var people = await Register.Prisoners.AsNoTracking()
                .Where(p => EF.Functions.Like(p.SearchText, words) && p.BornOn != null && !known.Contains(p.PrisonerId) && p.Names.Any(n => n.Full == name))
                .OrderBy(p => p.PrisonerId)
                .Take(MostNamesakes)
                .Select(p => p.PrisonerId)
                .ToListAsync();
            namesakes.AddRange(people.Select(id => new LookAlike(id, name, new NameComparison(1, MatchDecision.Unsure, ["same name, other birth date"]))));
        }

        return [.. namesakes.DistinctBy(l => l.PrisonerId)];
    }

    private async Task ShowAsync()
    {
        Input.AddSpareRows();
        await OfferSourcesAsync();
    }
}
