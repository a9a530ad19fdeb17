using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sources;

/// <summary>Adds sources, so that facts can cite them.</summary>
public sealed class SourceService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds a source. The first subject of the result is the new id.</summary>
    public Task<WriteResult> AddAsync(SourceDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("source.added"), async (now, token) =>
        {
            var source = Source.Create(details, await FreeSlugAsync(details, token), now);
            context.Add(source);
            return [source.SourceId];
        }, cancellationToken);

    private async Task<string> FreeSlugAsync(SourceDetails details, CancellationToken cancellationToken)
    {
        var wanted = Slug.Of($"{details.Publisher} {details.PublishedOn?.ToIso8601()}") is { Length: > 0 } readable ? readable : "source";
        for (var i = 1; ; i++)
        {
            var slug = i == 1 ? wanted : $"{wanted}-{i}";
            if (!await context.Sources.AnyAsync(s => s.Slug == slug, cancellationToken))
                return slug;
        }
    }
}
