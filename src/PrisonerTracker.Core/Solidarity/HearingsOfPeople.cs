using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Solidarity;

/// <summary>A hearing, and whose.</summary>
public sealed class HearingOfPerson
{
    public required Hearing Hearing { get; init; }
    public required Prisoner Person { get; init; }
}

/// <summary>The hearings of some people, held or not: a trial may begin from liberty.</summary>
public static class HearingsOfPeople
{
    public static IQueryable<HearingOfPerson> HearingsOf(this RegisterContext register, IQueryable<Prisoner> people)
    {
        ArgumentNullException.ThrowIfNull(register);
        return from h in register.Hearings
               join i in register.Imprisonments on h.ImprisonmentId equals i.ImprisonmentId
               join p in people.Where(p => p.Publication == Publication.Published) on i.PrisonerId equals p.PrisonerId
               select new HearingOfPerson { Hearing = h, Person = p };
    }

    /// <summary>Announced for some day from the first to the last. One of a year without a month is only among them when the year is nearly over.</summary>
    public static IQueryable<HearingOfPerson> AnnouncedFor(this IQueryable<HearingOfPerson> hearings, DateOnly first, DateOnly last)
    {
        var end = last.AddMonths(1);
        return hearings.Where(x => x.Hearing.Status == HearingStatus.Scheduled
            && x.Hearing.HeardOn.Latest >= first && x.Hearing.HeardOn.Earliest <= last && x.Hearing.HeardOn.Latest < end);
    }
}
