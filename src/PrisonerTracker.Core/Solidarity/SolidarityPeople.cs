using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Solidarity;

/// <summary>A held person and the latest day of which anything is known of them.</summary>
public sealed record Silence(Guid PrisonerId, string Slug, LocalizedText Name, bool IsFictional, PartialDate? LastNewsOn);

/// <summary>
/// The held people whom readers may be told of, whoever asks: lists that are printed, subscribed to and passed on say the same to
/// everybody (docs/adr/0036-lists-that-leave-say-what-readers-see.md).
/// </summary>
public static class SolidarityPeople
{
    // Whoever is longest without news is among those whose custody was confirmed longest ago.
    private const int LookedAt = 200;

    /// <summary>From now on the context shows what readers see, even to an editor.</summary>
    public static void ShowWhatReadersSee(this RegisterContext register)
    {
        ArgumentNullException.ThrowIfNull(register);
        register.ShowUnpublished = register.ShowWithheld = false;
    }

    public static IQueryable<Prisoner> Held(this IQueryable<Prisoner> people) =>
        people.Where(p => p.Publication == Publication.Published && Standing.Held.Contains(p.Standing.Custody));

    /// <summary>Whose birth date may be told.</summary>
    public static IQueryable<Prisoner> WithBirthDate(this IQueryable<Prisoner> people) =>
        people.Where(p => p.BornOn != null && !p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate));

    /// <summary>Of whom no address for letters is recorded that readers may see, and whose address is not kept from them either.</summary>
    public static IQueryable<Prisoner> WithoutAddress(this IQueryable<Prisoner> people) =>
        people.Where(p => !p.LetterAddresses.Any(a => a.Lines != null) && !p.WithheldParts.Any(w => w.Part == PersonPart.LetterAddresses));

    /// <summary>Of whom the register tells nothing in words: no summary and nothing they said, though neither is kept from readers.</summary>
    public static IQueryable<Prisoner> Untold(this IQueryable<Prisoner> people) => people.Where(p =>
        p.Summary.Equals(LocalizedText.Empty) && !p.Quotations.Any()
        && !p.WithheldParts.Any(w => w.Part == PersonPart.Description || w.Part == PersonPart.Quotations));

    /// <summary>
    /// Of whom an address is recorded that readers may see, and nothing known last says that letters do not arrive:
    /// <see cref="LetterRoute.IsOpen"/>, asked of the database.
    /// </summary>
    public static IQueryable<Prisoner> WhomLettersReach(this IQueryable<Prisoner> people) =>
        people.Where(p => !p.WithheldParts.Any(w => w.Part == PersonPart.LetterAddresses)
            && p.LetterAddresses.Any(a => a.Lines != null)
            && p.LetterAddresses
                .Where(a => a.Passage != LetterPassage.Unknown)
                .OrderByDescending(a => a.KnownOn == null ? DateOnly.MinValue : a.KnownOn.Latest).ThenByDescending(a => a.LetterAddressId)
                .Select(a => (LetterPassage?)a.Passage)
                .FirstOrDefault() != LetterPassage.No);

    /// <summary>Whoever has been held longest without a break, those first of whom it is certain.</summary>
    public static IQueryable<Prisoner> LongestFirst(this IQueryable<Prisoner> people) => people
        .Where(p => p.Standing.DetainedOn != null)
        .OrderBy(p => p.Standing.DetainedOn!.Latest).ThenBy(p => p.Standing.DetainedOn!.Earliest).ThenBy(p => p.PrisonerId);

    /// <summary>
    /// Of whom nothing has been known for longest: no confirmation of custody, decision, transfer, step of a charge, quotation, or word that
    /// letters arrive. When a source was published is no news of the person.
    /// </summary>
    public static async Task<IReadOnlyList<Silence>> LongestSilentAsync(this IQueryable<Prisoner> held, int most, CancellationToken cancellationToken = default)
    {
        var found = await held
            .OrderBy(p => p.Standing.ConfirmedOn != null).ThenBy(p => p.Standing.ConfirmedOn!.Latest).ThenBy(p => p.PrisonerId)
            .Take(LookedAt)
            .Select(p => new
            {
                p.PrisonerId,
                p.Slug,
                p.PreferredNames,
                p.IsFictional,
                p.Standing.ConfirmedOn,
                // All of the few that each has: the latest alone would have the database number those of everybody.
                Steps = p.Imprisonments.SelectMany(i => i.Charges).SelectMany(c => c.Steps).Select(s => s.TookPlaceOn).ToList(),
                Said = p.Quotations.Select(q => q.SaidOn).ToList(),
                Letters = p.LetterAddresses.Select(a => a.KnownOn).ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. found
                .Select(p => new Silence(p.PrisonerId, p.Slug, p.PreferredNames, p.IsFictional, p.Steps.Concat(p.Said).Concat(p.Letters).Append(p.ConfirmedOn).MaxBy(d => d?.Latest)))
                .OrderBy(p => p.LastNewsOn?.Latest ?? DateOnly.MinValue).ThenBy(p => p.PrisonerId)
                .Take(most),
        ];
    }
}
