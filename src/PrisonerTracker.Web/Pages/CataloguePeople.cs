using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages;

/// <summary>The people connected with an entry of a catalogue, a page of them; the reader's filter leaves drafts out.</summary>
internal sealed record CataloguePeople(int Count, IReadOnlyList<CataloguePeople.Person> People, int Number)
{
    private const int PageSize = 50;

    public sealed record Person(string Slug, LocalizedText Name, Standing Standing, Publication Publication, bool IsFictional)
    {
        /// <summary>What a table of people shows of each.</summary>
        public static readonly Expression<Func<Prisoner, Person>> Shown = p => new Person(p.Slug, p.PreferredNames, p.Standing, p.Publication, p.IsFictional);
    }

    public bool HasMore => Number * PageSize < Count;

    public static async Task<CataloguePeople> OfAsync(IQueryable<Prisoner> people, int page)
    {
        var number = Math.Clamp(page, 1, 10_000);
        return new CataloguePeople(
            await people.CountAsync(),
            await people.AsNoTracking()
                .OrderBy(p => p.SortName).ThenBy(p => p.PrisonerId)
                .Skip((number - 1) * PageSize)
                .Take(PageSize)
                .Select(Person.Shown)
                .ToListAsync(),
            number);
    }
}
