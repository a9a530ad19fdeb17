using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Photos;

/// <summary>Sets, replaces and takes away the photo of a person.</summary>
public sealed class PhotoService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Sets the photo, or what is said of it.</summary>
    /// <param name="prisonerId">Whose photo it is.</param>
    /// <param name="version">The version of the photo the editor saw; 0 for none.</param>
    /// <param name="details">Credit and permission.</param>
    /// <param name="picture">The picture; null to keep the one there is.</param>
    /// <param name="submission">Who sends it, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Something is missing, or there is no picture.</exception>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> SetAsync(
        Guid prisonerId, int version, PhotoDetails details, PreparedPhoto? picture, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("photo.set"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            var photo = (await PhotosAsync(prisonerId, version, token)).FirstOrDefault();
            var hash = picture?.Hash ?? photo?.Hash ?? throw new RuleException("File", "Choose the file of the photo.");
            if (picture is not null)
                await KeepAsync(picture, token);
            if (photo is null)
                context.Add(Photo.Of(prisonerId, details, hash, Today.Latest(now)));
            else
                photo.Set(details, hash, Today.Latest(now));
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    /// <summary>Takes the photo away. The picture itself is deleted, its hash stays in the history.</summary>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> RemoveAsync(Guid prisonerId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("photo.removed"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            context.RemoveRange(await PhotosAsync(prisonerId, version, token));
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    private async Task<List<Photo>> PhotosAsync(Guid prisonerId, int version, CancellationToken cancellationToken)
    {
        var photos = await context.Photos.Where(p => p.PrisonerId == prisonerId).OrderByDescending(p => p.PhotoId).ToListAsync(cancellationToken);
        return (photos.FirstOrDefault()?.Version ?? 0) == version ? photos : throw new ConflictException();
    }

    // Past the change tracker: the history tells the hash, not the pixels.
    private Task<int> KeepAsync(PreparedPhoto p, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO photo_files (hash, large, large_width, large_height, small)
            VALUES ({p.Hash}, {p.Large}, {p.LargeWidth}, {p.LargeHeight}, {p.Small})
            ON CONFLICT (hash) DO NOTHING
            """,
            cancellationToken);
}
