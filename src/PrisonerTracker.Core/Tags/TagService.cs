using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Tags;

/// <summary>Keeps the tags. Who carries them is kept as a fact about the person, one by one or by a bulk action.</summary>
public sealed class TagService(RegisterContext context, RegisterWriter writer)
{
    // A page below /tags that is not one.
    private static readonly string[] Reserved = ["", "edit"];

    /// <summary>Adds a tag. The subject is its id.</summary>
    public Task<WriteResult> AddAsync(TagDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("tag.added"), async (_, token) =>
        {
            var readable = Slug.Of(details.Name.ToString());
            var isTaken = Reserved.Contains(readable) || await context.Tags.AnyAsync(t => t.Slug == readable, token);
            var tag = Tag.Create(details, isTaken ? Slug.Distinct(readable.Length == 0 ? "tag" : readable[..Math.Min(readable.Length, Tag.SlugLength - 10)].TrimEnd('-')) : readable);
            context.Add(tag);
            return [tag.TagId];
        }, cancellationToken);

    /// <summary>Changes a tag; its address stays.</summary>
    /// <exception cref="ConflictException">The tag was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(Guid tagId, int version, TagDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("tag.edited"), async (_, token) =>
        {
            var tag = await context.Tags.Include(t => t.Citations).SingleAsync(t => t.TagId == tagId, token);
            context.Expect(tag, t => t.Version, version);
            tag.Set(details);
            return [tagId];
        }, cancellationToken);
}
