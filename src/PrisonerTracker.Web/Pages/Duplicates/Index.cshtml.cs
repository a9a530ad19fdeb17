using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Duplicates;

/// <summary>Pairs of records that may be one person, the likeliest first: merge them, or say that they are two.</summary>
internal sealed class IndexModel(RegisterContext register, CurrentActor actor, DistinctService distinct) : FormPage(register, actor)
{
    private const int PageSize = 20;
    private const int LastPage = 1000;

    public sealed record PersonView(Guid PrisonerId, string Slug, string Name, PartialDate? BornOn, Standing Standing, Publication Publication, bool IsFictional);

    /// <summary>Two records beside each other.</summary>
    /// <param name="First">The one record.</param>
    /// <param name="Second">The other.</param>
    /// <param name="Found">What was found by comparing; null when a decided pair is not alike any more.</param>
    /// <param name="Decided">What somebody decided about the two.</param>
    public sealed record PairView(PersonView First, PersonView Second, LookAlikePair? Found, DistinctPair? Decided)
    {
        public bool Is(Guid first, Guid second) => (First.PrisonerId, Second.PrisonerId) == (first, second);
    }

    [BindProperty]
    public Guid First { get; set; }

    [BindProperty]
    public Guid Second { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>Pairs that were said to be two people, instead of those to look at.</summary>
    [BindProperty(SupportsGet = true, Name = "decided")]
    public bool ShowsDecided { get; set; }

    public IReadOnlyList<PairView> Pairs { get; private set; } = [];
    public bool HasMore { get; private set; }
    public int Open { get; private set; }
    public int Waiting { get; private set; }

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostDistinctAsync() =>
        SendAsync(() => distinct.TellApartAsync(First, Second, Submission()), T("Remembered: these are two people. The pair comes back only when a name or a birth date changes."));

    public Task<IActionResult> OnPostTakeBackAsync() =>
        SendAsync(() => distinct.TakeBackAsync(First, Second, Submission()), T("Taken back. The pair is among those to look at again, if the names are still alike."));

    private async Task<IActionResult> SendAsync(Func<Task<WriteResult>> write, string words)
    {
        if (!ModelState.IsValid || await TryAsync(write, "") is not { } written)
        {
            await ShowAsync();
            return Again();
        }

        TempData.Say(Told(written, words));
        return RedirectToPage("/Duplicates/Index", new { p = Number > 1 ? Number : (int?)null, decided = ShowsDecided ? true : (bool?)null });
    }

    private async Task ShowAsync()
    {
        Number = Math.Clamp(Number, 1, LastPage);
        var pairs = await (ShowsDecided ? Decided() : Undecided()).Skip((Number - 1) * PageSize).Take(PageSize + 1).ToListAsync();
        (Pairs, HasMore) = ([.. pairs.Take(PageSize)], pairs.Count > PageSize);
        Open = await Register.OpenPairs().CountAsync();
        Waiting = await Register.Uncompared().CountAsync();
    }

    private IQueryable<PairView> Undecided() =>
        from l in Register.OpenPairs().AsNoTracking()
        join a in Register.Prisoners on l.FirstId equals a.PrisonerId
        join b in Register.Prisoners on l.SecondId equals b.PrisonerId
        join d in Register.DistinctPairs on new { l.FirstId, l.SecondId } equals new { d.FirstId, d.SecondId } into decisions
        from d in decisions.DefaultIfEmpty()
        orderby l.Score descending, l.FirstId, l.SecondId
        select new PairView(
            new PersonView(a.PrisonerId, a.Slug, a.DisplayName, a.BornOn, a.Standing, a.Publication, a.IsFictional),
            new PersonView(b.PrisonerId, b.Slug, b.DisplayName, b.BornOn, b.Standing, b.Publication, b.IsFictional),
            l,
            d);

    private IQueryable<PairView> Decided() =>
        from d in Register.DistinctPairs.AsNoTracking()
        join a in Register.Prisoners on d.FirstId equals a.PrisonerId
        join b in Register.Prisoners on d.SecondId equals b.PrisonerId
        join l in Register.LookAlikes on new { d.FirstId, d.SecondId } equals new { l.FirstId, l.SecondId } into found
        from l in found.DefaultIfEmpty()
        orderby d.DecidedAt descending, d.DistinctPairId
        select new PairView(
            new PersonView(a.PrisonerId, a.Slug, a.DisplayName, a.BornOn, a.Standing, a.Publication, a.IsFictional),
            new PersonView(b.PrisonerId, b.Slug, b.DisplayName, b.BornOn, b.Standing, b.Publication, b.IsFictional),
            l,
            d);
}
