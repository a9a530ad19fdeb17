using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Prisoners.Claims;

/// <summary>
/// The value the register has, as a claim beside the first other one: with it the choice can be taken back, and it keeps its sources.
/// </summary>
internal static class RecordedClaim
{
    public static async Task<ClaimDetails?> OfAsync(RegisterContext register, Prisoner person, ClaimTopic topic, Guid? imprisonmentId)
    {
        var imprisonment = person.Imprisonments.FirstOrDefault(i => i.ImprisonmentId == imprisonmentId);
        var release = imprisonment?.CurrentRelease;
        var (value, citations) = topic switch
        {
            ClaimTopic.BirthDate => (person.BornOn?.ToString(), register.Citations.Where(c => c.PrisonerId == person.PrisonerId && c.Field == "BornOn")),
            ClaimTopic.DetentionDate when imprisonment is not null => (imprisonment.DetainedOn?.ToString(), OfImprisonment(nameof(Imprisonment.DetainedOn))),
            ClaimTopic.Release when release is not null => (release.ReleasedOn.ToString(), register.Citations.Where(c => c.ReleaseId == release.ReleaseId)),
            ClaimTopic.Release when imprisonment is not null => (ClaimWords.StillHeld, OfImprisonment(nameof(Imprisonment.ConfirmedOn))),
            ClaimTopic.Destination when release is not null => (release.DestinationCountry, register.Citations.Where(c => c.ReleaseId == release.ReleaseId)),
            _ => ((string?)null, register.Citations.Where(_ => false)),
        };
        if (value is null)
            return null;

        return new ClaimDetails
        {
            Topic = topic,
            ImprisonmentId = imprisonmentId,
            Value = value,
            Statement = LocalizedText.English(ClaimWords.Statement(topic, value)),
            Citations = [.. (await citations.Select(c => new { c.SourceId, c.Locator }).ToListAsync()).Select(c => new CitationDetails(c.SourceId, c.Locator))],
        };

        IQueryable<Citation> OfImprisonment(string field) =>
            register.Citations.Where(c => c.ImprisonmentId == imprisonmentId && (c.Field == field || c.Field == null));
    }
}
