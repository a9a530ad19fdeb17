using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Core.Merging;

/// <summary>Which facts of two records are evidently the same one. Facts of a kind without a rule are the same when nothing differs.</summary>
internal static class Counterparts
{
    private static readonly DateOnly Open = DateOnly.MaxValue;

    public static bool AreSame(RecordRow kept, RecordRow absorbed) => kept.Table.Type.ClrType switch
    {
        var t when t == typeof(PersonName) => HaveEqual(kept, absorbed, "full", "language"),
        var t when t == typeof(Charge) => HaveEqual(kept, absorbed, "article_id"),
        var t when t == typeof(ChargeStep) => HaveEqual(kept, absorbed, "status") && AreCompatible(kept, absorbed, "took_place_on"),
        var t when t == typeof(Sentence) => IsSameSentence(kept, absorbed),
        var t when t == typeof(Placement) => kept.Text("facility_id").Length > 0 && HaveEqual(kept, absorbed, "facility_id")
            && AreCompatible(kept, absorbed, "from_on") && AreCompatible(kept, absorbed, "until_on"),
        var t when t == typeof(Hearing) => HaveEqual(kept, absorbed, "kind") && AreCompatible(kept, absorbed, "heard_on")
            && (HaveEqual(kept, absorbed, "heard_at") || kept.Text("heard_at").Length == 0 || absorbed.Text("heard_at").Length == 0),
        var t when t == typeof(Release) => IsCurrent(kept) ? IsCurrent(absorbed) : !IsCurrent(absorbed) && RowValues.AreEqual(kept, absorbed),
        var t when t == typeof(Designation) => HaveEqual(kept, absorbed, "organisation_id")
            && AreCompatible(kept, absorbed, "designated_on") && AreCompatible(kept, absorbed, "withdrawn_on"),
        var t when t == typeof(Honour) => HaveEqual(kept, absorbed, "title", "kind") && AreCompatible(kept, absorbed, "received_on"),
        var t when t == typeof(Quotation) => HaveEqual(kept, absorbed, "text") && AreCompatible(kept, absorbed, "said_on"),
        var t when t == typeof(Claim) => HaveEqual(kept, absorbed, "topic", "statement", "value"),
        var t when t == typeof(NamedPerson) => HaveEqual(kept, absorbed, "release_event_id"),
        var t when t == typeof(PersonTag) => HaveEqual(kept, absorbed, "tag_id"),
        _ => RowValues.AreEqual(kept, absorbed) && HaveEqualChildren(kept, absorbed),
    };

    /// <summary>How sure it is that two imprisonments are one: from 4, the same detention date, down to 0, two.</summary>
    public static int Closeness(RecordRow kept, RecordRow absorbed)
    {
        if (IsInAbsentia(kept) || IsInAbsentia(absorbed))
            return IsInAbsentia(kept) && IsInAbsentia(absorbed) && HaveEqual(kept, absorbed, "country") && ShareAnArticle(kept, absorbed) ? 2 : 0;

        var (ours, theirs) = (RowValues.Date(kept, "detained_on"), RowValues.Date(absorbed, "detained_on"));
        var (ourEnd, theirEnd) = (RowValues.Date(kept, "ended_on"), RowValues.Date(absorbed, "ended_on"));
        if ((ourEnd is null && theirEnd is null) || CertainlyOverlap(kept, absorbed))
            return ours is not null && ours.Equals(theirs) ? 4 : RowValues.AreCompatible(ours, theirs) ? 3 : 1;
        if (!HaveEqual(kept, absorbed, "country") || IsOver(ourEnd, theirs) || IsOver(theirEnd, ours))
            return 0;
        return ours is not null && theirs is not null ? (RowValues.AreCompatible(ours, theirs) ? 3 : 0)
            : ourEnd is not null && theirEnd is not null && RowValues.AreCompatible(ourEnd, theirEnd) ? 2
            : 0;
    }

    /// <summary>Both certainly cover a common day; the database's <c>ex_imprisonments_overlap</c>.</summary>
    public static bool CertainlyOverlap(RecordRow a, RecordRow b) =>
        !IsInAbsentia(a) && !IsInAbsentia(b)
        && RowValues.Date(a, "detained_on") is { } ours && RowValues.Date(b, "detained_on") is { } theirs
        && End(a) > ours.Latest && End(b) > theirs.Latest
        && ours.Latest < End(b) && theirs.Latest < End(a);

    public static bool IsInAbsentia(RecordRow imprisonment) => imprisonment.Text("kind") == "in_absentia";

    public static bool IsCurrent(RecordRow release) => release.Values["undone_at"] is null;

    public static bool HaveEqual(RecordRow a, RecordRow b, params string[] columns) =>
        columns.All(c => System.Text.Json.Nodes.JsonNode.DeepEquals(a.Values[c], b.Values[c]));

    private static DateOnly End(RecordRow imprisonment) => RowValues.Date(imprisonment, "ended_on")?.Earliest ?? Open;

    private static bool IsOver(PartialDate? end, PartialDate? begin) => end is not null && begin is not null && end.IsCertainlyBefore(begin);

    private static bool AreCompatible(RecordRow a, RecordRow b, string date) =>
        RowValues.AreCompatible(RowValues.Date(a, date), RowValues.Date(b, date));

    private static bool ShareAnArticle(RecordRow a, RecordRow b) =>
        a.Children.Where(c => c.Table.Is<Charge>()).Any(c => b.Children.Exists(o => o.Table.Is<Charge>() && HaveEqual(c, o, "article_id")));

    // Two reports of one verdict may give its date and its term differently; two verdicts of one instance have two dates, or two places in the case.
    private static bool IsSameSentence(RecordRow kept, RecordRow absorbed)
    {
        if (!HaveEqual(kept, absorbed, "instance") || !AreCompatible(kept, absorbed, "decided_on"))
            return false;
        var bothDated = RowValues.Date(kept, "decided_on") is not null && RowValues.Date(absorbed, "decided_on") is not null;
        return bothDated || HaveEqual(kept, absorbed, "term_years", "term_months", "term_days", "penalty") || (IsAlone(kept) && IsAlone(absorbed));
    }

    private static bool IsAlone(RecordRow sentence) =>
        sentence.Owner!.Children.Count(c => c.Table.Is<Sentence>() && HaveEqual(c, sentence, "instance")) == 1;

    private static bool HaveEqualChildren(RecordRow a, RecordRow b) =>
        a.Children.Count == b.Children.Count
        && a.Children.TrueForAll(c => b.Children.Exists(o => o.Table == c.Table && RowValues.AreEqual(c, o) && HaveEqualChildren(c, o)));
}
