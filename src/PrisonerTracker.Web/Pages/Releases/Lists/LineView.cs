using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>Somebody a line may mean, with what tells namesakes apart.</summary>
internal sealed record CandidateView(
    Guid PrisonerId, string Slug, string Name, Publication Publication, bool IsFictional, PartialDate? BornOn, Standing Standing, LocalizedText Occupation,
    IReadOnlyList<string> Articles, IReadOnlyList<LocalizedText> Facilities, string? Photo);

/// <summary>A line as a form shows it.</summary>
/// <param name="Planned">The line, and what recording the list would do with it.</param>
/// <param name="People">Who may be meant, with why.</param>
/// <param name="Prefix">The form's name for the line's answers.</param>
/// <param name="Choice">What is chosen.</param>
/// <param name="DuplicateOf">The line whose person this is again.</param>
internal sealed record LineView(PlannedLine Planned, IReadOnlyList<(CandidateView Person, LineCandidate? Why)> People, string Prefix, string? Choice, int? DuplicateOf)
{
    public ListLine Line => Planned.Line;

    public string IdOf(string part) => Microsoft.AspNetCore.Mvc.Rendering.TagBuilder.CreateSanitizedId($"{Prefix}.{part}", "_");
}

/// <summary>What a line's radio buttons say.</summary>
internal static class LineChoice
{
    public const string NewPerson = "new";
    public const string NamedOnly = "named";
    public const string NoPerson = "none";
    public const string Duplicate = "again";

    public static string? Of(ListLine line) => line.Decision switch
    {
        LineDecision.Matched => Of(line.PrisonerId!.Value),
        LineDecision.NewPerson => NewPerson,
        LineDecision.NamedOnly => NamedOnly,
        LineDecision.NoPerson => NoPerson,
        LineDecision.Duplicate => Duplicate,
        _ => null,
    };

    public static string Of(Guid prisonerId) => prisonerId.ToString("D");

    /// <summary>The answer; null when nothing is chosen.</summary>
    public static LineAnswer? Read(string? choice, int? duplicateOf) => choice switch
    {
        null or "" => null,
        NewPerson => new LineAnswer(LineDecision.NewPerson),
        NamedOnly => new LineAnswer(LineDecision.NamedOnly),
        NoPerson => new LineAnswer(LineDecision.NoPerson),
        Duplicate => new LineAnswer(LineDecision.Duplicate, DuplicateOf: duplicateOf),
        _ => Guid.TryParse(choice, out var id) ? new LineAnswer(LineDecision.Matched, id) : throw new RuleException("", "One of the answers is none of those offered. Open the page again."),
    };

    /// <summary>In words, for whoever sees that a colleague chose otherwise.</summary>
    public static string InWords(string? choice, int? duplicateOf, Func<Guid, string> name) => choice switch
    {
        null or "" => T("Not decided"),
        NewPerson => T("A new person"),
        NamedOnly => T("Named only"),
        NoPerson => T("Not a person"),
        Duplicate => T("The person of line {0}", duplicateOf),
        _ => Guid.TryParse(choice, out var id) ? name(id) : T("Not decided"),
    };
}

internal static class CandidateQueries
{
    /// <summary>What tells people apart, in one statement.</summary>
    public static Task<Dictionary<Guid, CandidateView>> CandidatesAsync(this RegisterContext register, IEnumerable<Guid> prisonerIds)
    {
        Guid[] ids = [.. prisonerIds.Distinct()];
        return register.Prisoners.AsNoTracking().AsSingleQuery()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new CandidateView(
                p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.IsFictional, p.BornOn, p.Standing, p.Occupation,
                p.Imprisonments.SelectMany(i => i.Charges).Select(c => c.Article.Number).Distinct().Take(6).ToList(),
                p.Imprisonments.SelectMany(i => i.Placements).Where(x => x.Facility != null).OrderByDescending(x => x.FromOn!.Earliest).Select(x => x.Facility!.Name).Take(1).ToList(),
                p.Photos.OrderByDescending(x => x.PhotoId).Select(x => x.Hash).FirstOrDefault()))
            .ToDictionaryAsync(p => p.PrisonerId);
    }
}
