using System.Text.RegularExpressions;

namespace PrisonerTracker.Web.Wording;

/// <summary>
/// Why two names were found alike or not. The comparison says it in English, and it is kept with the pair as it was said then; here it is
/// said in the reader's language.
/// </summary>
internal static class ReasonWords
{
    private const string Veto = ": veto";

    // The more a sentence says, the earlier it stands: the first that fits is taken.
    private static readonly (Regex Pattern, Func<object?[], string> Say)[] Known =
    [
        .. new Func<object?[], string>[]
        {
            v => T("given name {0} ~ {1} (short form)", v),
            v => T("given name {0} = {1} (spelled otherwise)", v),
            v => T("given name {0} ≈ {1} (typing error or careless transcription)", v),
            v => T("given name {0} equal", v),
            v => T("given name {0} = {1}", v),
            v => T("given name differ: {0}, {1}", v),
            v => T("given names differ: {0}, {1}", v),
            v => T("surname {0} = {1} (spelled otherwise)", v),
            v => T("surname {0} ≈ {1} (typing error or careless transcription)", v),
            v => T("surname {0} equal", v),
            v => T("surname differ: {0}, {1}", v),
            v => T("surnames differ: {0}, {1}", v),
            v => T("patronymics differ: {0}, {1}", v),
            v => T("gender endings differ: {0}, {1}", v),
            v => T("initials differ: {0}, {1}", v),
            v => T("words differ: {0}, {1}", v),
            v => T("initial {0}. for {1}", v),
            v => T("without counterpart: {0}", v),
            v => T("same syllables: {0}", v),
            v => T("born {0} and {1}", v),
            v => T("one is a woman's name, the other a man's", v),
            v => T("one of the names has no letters to compare", v),
            v => T("same name, other birth date", v),
            v => T("initials alone say nothing", v),
            v => T("given names are initials only", v),
            v => T("one side has a single word", v),
            v => T("one side has a syllable more", v),
            v => T("under the former surname", v),
            v => T("same syllables", v),
            v => T("syllables differ", v),
            v => T("equal characters", v),
            v => T("equal letters", v),
            v => T("characters differ", v),
            v => T("not the syllables of the characters", v),
            v => T("{0} = {1} (spelled otherwise)", v),
            v => T("{0} ≈ {1} (typing error or careless transcription)", v),
            v => T("{0} equal", v),
        }.Select(say => (PatternOf(say), say)),
    ];

    /// <summary>All of them, the most telling first.</summary>
    public static string Of(IEnumerable<string> reasons) => string.Join("; ", reasons.Select(Of));

    /// <summary>One; as it is in English when it is none that the comparison gives today.</summary>
    public static string Of(string reason)
    {
        if (reason.EndsWith(Veto, StringComparison.Ordinal))
            return T("{0}: veto", Of(reason[..^Veto.Length]));
        foreach (var (pattern, say) in Known)
        {
            if (pattern.Match(reason) is { Success: true } found)
                return say([.. found.Groups.Values.Skip(1).Select(g => g.Value)]);
        }

        return reason;
    }

    /// <summary>Whether there are words for it in other languages.</summary>
    public static bool Knows(string reason) =>
        Array.Exists(Known, k => k.Pattern.IsMatch(reason.EndsWith(Veto, StringComparison.Ordinal) ? reason[..^Veto.Length] : reason));

    private static Regex PatternOf(Func<object?[], string> say)
    {
        var english = Regex.Escape(InterfaceLanguage.English.Say(() => say(["\u0001", "\u0002"])));
        return new Regex(
            $"^{english.Replace("\u0001", "(.+?)", StringComparison.Ordinal).Replace("\u0002", "(.+)", StringComparison.Ordinal)}$",
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
