using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.Duplicates;

public static class DuplicateQueries
{
    /// <summary>Pairs that somebody should look at: neither merged, nor decided with the names and births of today.</summary>
    public static IQueryable<LookAlikePair> OpenPairs(this RegisterContext context) =>
        context.LookAlikes.Where(l =>
            context.Prisoners.Any(p => p.PrisonerId == l.FirstId)
            && context.Prisoners.Any(p => p.PrisonerId == l.SecondId)
            && !context.DistinctPairs.Any(d => d.FirstId == l.FirstId && d.SecondId == l.SecondId && d.Basis == l.Basis));

    /// <summary>People whose names or birth changed since they were last compared with the others.</summary>
    public static IQueryable<Prisoners.Prisoner> Uncompared(this RegisterContext context) =>
        context.Prisoners.Where(p => p.ComparedVersion != p.Version);
}
