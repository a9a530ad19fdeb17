using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Pages.Solidarity;

/// <summary>What an expected end of a term rests on, in words.</summary>
internal static class ExpectedWords
{
    public static IEnumerable<string> Basis(ExpectedRelease expected)
    {
        yield return TermWords.Of(expected.Sentences);
        yield return T("counted from {0}", expected.End.CountedFrom);
        if (expected.End.IsUnverified)
            yield return T("by an unverified rule");
        if (expected.End is { InForceAssumed: true, InForce: not null })
            yield return T("no source says when the sentence came into force");
    }
}
