using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sources;

/// <summary>Adds sources, so that facts can cite them.</summary>
public sealed class SourceService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds a source. The first subject of the result is the new id.</summary>
    public Task<WriteResult> AddAsync(SourceDetails details, Submission submission, CancellationToken cancellationToken = default)
    {
        var sourceId = Guid.CreateVersion7();
        return writer.WriteAsync(submission.To("source.added"), async (now, token) =>
        {
            await context.AddSourceAsync(details, sourceId, now, token);
            return [sourceId];
        }, cancellationToken);
    }
}

internal static class NewSources
{
    /// <summary>Adds a source to the running transaction, under an address of its own.</summary>
    public static async Task AddSourceAsync(
        this RegisterContext context, SourceDetails details, Guid sourceId, DateTime now, CancellationToken cancellationToken)
    {
        var readable = Slug.Of($"{details.Publisher} {details.PublishedOn?.ToIso8601()}");
        var isTaken = readable is "" or "new" // pages below /sources
            || context.Sources.Local.Any(s => s.Slug == readable)
            || await context.Sources.AnyAsync(s => s.Slug == readable, cancellationToken);
        var slug = isTaken ? Slug.Distinct(readable.Length == 0 ? "source" : readable) : readable;
        context.Add(Source.Create(sourceId, details, slug, now));
    }
}
