using System.Linq.Expressions;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.History;

internal static class Concurrency
{
    /// <summary>
    /// Refuses to go on when the record, as loaded, is not the one the editor saw; the version is also the UPDATE's condition, for whoever
    /// changes it between here and the commit.
    /// </summary>
    public static void Expect<T>(this RegisterContext context, T entity, Expression<Func<T, int>> version, int seen)
        where T : class
    {
        var property = context.Entry(entity).Property(version);
        if (property.OriginalValue != seen)
            throw new ConflictException();
        property.OriginalValue = seen;
    }
}
