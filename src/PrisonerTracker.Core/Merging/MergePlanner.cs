using System.Text.Json.Nodes;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Merging;

/// <summary>
/// Decides, in memory, which row of two records goes where. What the kept record lacks moves to it. What both have stays with each, the
/// absorbed one's out of sight: its citations move, values only it has are taken over, values that contradict become claims.
/// </summary>
internal sealed class MergePlanner
{
    private readonly RecordTree _tree;
    private readonly MergeWords _words;
    private readonly MergeClaims _claims;
    private readonly IReadOnlySet<string> _taken;
    private readonly List<MergeLine> _lines = [];

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    // Rows of the absorbed record whose part a row of the kept one plays from now on.
    private readonly Dictionary<string, RecordRow> _replaced = [];

    private MergePlanner(RecordTree tree, IReadOnlySet<string> taken)
    {
        (_tree, _taken, _words) = (tree, taken, new MergeWords(tree));
        _claims = new MergeClaims(tree, _words);
    }

    /// <summary>Plans the merge of two records.</summary>
    /// <param name="tree">Both records.</param>
    /// <param name="taken">The values of the identity that are the absorbed record's from now on; the others stay the kept one's.</param>
    /// <param name="publish">Whether the merged record is to be public where the kept one is not.</param>
    public static MergePlan Plan(RecordTree tree, IReadOnlySet<string> taken, bool publish)
    {
        var planner = new MergePlanner(tree, taken);
        planner.Combine(tree.Kept, tree.Absorbed);
        planner.Repoint();
        planner.CheckImprisonments();
        planner.HandOver(publish);
        return new MergePlan(
            tree.Kept, tree.Absorbed, planner.Changes(), planner._lines,
            [.. tree.Kept.Children.Where(c => c.Table.Is<Imprisonment>()).Select(c => c.Id)]);
    }

    private void Combine(RecordRow kept, RecordRow absorbed)
    {
        _replaced[absorbed.Key] = kept;
        var isRoot = kept == _tree.Kept;
        var rejected = isRoot ? Rejected() : [];
        var contradicting = isRoot ? ChooseIdentity() : CombineValues(kept, absorbed);
        new CitationMover(_tree.Citations, kept, absorbed).Move(contradicting, isRoot ? _taken : Nothing, rejected);
        var line = _lines.Count;
        foreach (var table in kept.Table.Children.OrderBy(t => !t.Is<Imprisonment>()))
            CombineChildren(table, kept, absorbed);
        if (kept.Table.Is<Charge>())
            ChargeSteps.Arrange(kept);
        if (kept.Table.Is<Release>() && Counterparts.IsCurrent(kept))
            SupposeEnd(kept.Owner!, kept);
        if (!isRoot)
            _lines.Insert(line, Line(kept, contradicting.Values, hasMore: _lines.Count > line));
    }

    private MergeLine Line(RecordRow kept, Dictionary<string, MergeClaims.Pair>.ValueCollection contradicting, bool hasMore)
    {
        var step = contradicting.Count > 0 ? MergeStep.Contradicting : kept.IsChanged || hasMore ? MergeStep.Combined : MergeStep.Equal;
        var label = _words.Label(kept);
        return new MergeLine(step, MergeWords.Fact(kept.Table), contradicting.Count == 0
            ? label
            : Phrase.Joined(": ", [label, Phrase.Joined("; ", contradicting.Select(p => p.Said))]));
    }

    private void CombineChildren(RecordTable table, RecordRow kept, RecordRow absorbed)
    {
        var theirs = absorbed.Children.Where(c => c.Table == table).ToList();
        var free = kept.Children.Where(c => c.Table == table).ToList();
        if (table.Is<Imprisonment>())
        {
            CombineImprisonments(theirs, free, kept);
            return;
        }

        foreach (var row in theirs)
        {
            if (free.Find(k => Counterparts.AreSame(k, row)) is { } counterpart)
            {
                free.Remove(counterpart);
                Combine(counterpart, row);
            }
            else if (!(table.Is<Release>() && StillHeldAfter(kept, row)))
            {
                Move(row, kept);
            }
        }
    }

    // The closest pair first: a release it brings may show that another imprisonment came later.
    private void CombineImprisonments(List<RecordRow> theirs, List<RecordRow> ours, RecordRow kept)
    {
        while (theirs.Count > 0)
        {
            var closest = theirs
                .SelectMany(a => ours.Select(k => new { Row = a, Counterpart = k, Closeness = Counterparts.Closeness(k, a) }))
                .Where(pair => pair.Closeness > 0)
                .MaxBy(pair => pair.Closeness);
            var row = closest?.Row ?? theirs[0];
            theirs.Remove(row);
            if (closest is null)
                Move(row, kept);
            else
                Combine(closest.Counterpart, row);
        }
    }

    // One source has the person freed, another saw them held later: neither is taken for the other.
    private bool StillHeldAfter(RecordRow imprisonment, RecordRow release)
    {
        if (!Counterparts.IsCurrent(release) || RowValues.Date(imprisonment, "confirmed_on") is not { } seen
            || RowValues.Date(release, "released_on") is not { } freed || !freed.IsCertainlyBefore(seen))
            return false;

        var value = release.Table.Values.Single(v => v.Name == nameof(Release.ReleasedOn));
        var pair = _claims.Add(imprisonment, "release", seen.Precision == DatePrecision.Day ? (Phrase)$"Still held on {seen}" : (Phrase)$"Still held in {seen}", release, value);
        foreach (var citation in release.Citations)
            CitationMover.Give(citation, pair.Theirs);
        _lines.Add(new(MergeStep.Contradicting, MergeWords.Fact(release.Table), pair.Said));
        return true;
    }

    private void Move(RecordRow row, RecordRow to)
    {
        var fact = MergeWords.Fact(row.Table);
        _lines.Add(new(MergeStep.Moved, fact, _words.Label(row)));
        if (row.Table.Is<Release>())
        {
            // A release never changes its imprisonment (tr_releases_mirror): the kept one gets a copy.
            var copy = new RecordRow(row.Table, row.Values.DeepClone().AsObject(), isNew: true) { Owner = to };
            copy.Set(row.Table.Keys[0], Guid.CreateVersion7().ToString());
            copy.Set(row.Table.OwnerColumn!, to.Key);
            foreach (var citation in row.Citations)
                CitationMover.Give(citation, copy);
            foreach (var child in row.Children)
                child.Set(child.Table.OwnerColumn!, copy.Key);
            _replaced[row.Key] = copy;
            to.Children.Add(copy);
            if (Counterparts.IsCurrent(copy))
                SupposeEnd(to, copy);

            return;
        }

        row.Set(row.Table.OwnerColumn!, to.Key);
        row.IsMoved = true;
        if (row.Table.Is<PersonName>())
            Rank(row, to);
        row.Owner = to;
        to.Children.Add(row);
    }

    // What the trigger will write.
    private static void SupposeEnd(RecordRow imprisonment, RecordRow release)
    {
        foreach (var part in new[] { "earliest", "latest", "is_approximate" })
            imprisonment.Suppose($"ended_on_{part}", release.Values[$"released_on_{part}"]);
    }

    // Behind the kept record's names, and not preferred where one already is.
    private static void Rank(RecordRow name, RecordRow to)
    {
        var names = to.Children.Where(c => c.Table.Is<PersonName>()).ToList();
        name.Set("ordinal", names.Select(n => int.Parse(n.Text("ordinal"), System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(-1).Max() + 1);
        if (name.Text("kind") == "preferred" && names.Exists(n => n.Text("kind") == "preferred" && Counterparts.HaveEqual(n, name, "language")))
            name.Set("kind", name.Text("script") == "Latn" ? "transliteration" : "alias");
    }

    private Dictionary<string, MergeClaims.Pair> CombineValues(RecordRow kept, RecordRow absorbed)
    {
        var contradicting = new Dictionary<string, MergeClaims.Pair>();
        foreach (var value in kept.Table.Values.Where(v => !(kept.Table.Is<Charge>() && v.Name == nameof(Charge.Status))))
        {
            // Names and namings are other people's words: each record keeps its own.
            if (!RowValues.TryCombine(kept, absorbed, value) && !kept.Table.Is<PersonName>() && !kept.Table.Is<NamedPerson>())
                contradicting[value.Name] = _claims.Add(kept, absorbed, value);
        }

        foreach (var (column, _) in kept.Table.References.Where(r => kept.Values[r.Column] is null && absorbed.Values[r.Column] is not null))
            kept.Set(column, absorbed.Values[column]);
        return contradicting;
    }

    // The editor has chosen. Dates that cannot both be true are worth more than a choice: they stand side by side, the chosen one preferred.
    private Dictionary<string, MergeClaims.Pair> ChooseIdentity()
    {
        var contradicting = new Dictionary<string, MergeClaims.Pair>();
        foreach (var value in _tree.Kept.Table.Values.Where(v => !RowValues.AreEqual(_tree.Kept, _tree.Absorbed, v)))
        {
            var isTaken = _taken.Contains(value.Name);
            if (value.IsDate && !RowValues.IsBlank(_tree.Kept, value) && !RowValues.IsBlank(_tree.Absorbed, value)
                && !RowValues.AreCompatible(RowValues.Date(_tree.Kept, value), RowValues.Date(_tree.Absorbed, value)))
            {
                var pair = contradicting[value.Name] = _claims.Add(_tree.Kept, _tree.Absorbed, value, preferTheirs: isTaken);
                _lines.Add(new(MergeStep.Contradicting, "Identity", pair.Said));
            }

            if (isTaken)
                RowValues.Copy(_tree.Absorbed, _tree.Kept, value);
        }

        return contradicting;
    }

    private HashSet<string> Rejected() =>
    [
        .. _tree.Kept.Table.Values.Where(v => !RowValues.AreEqual(_tree.Kept, _tree.Absorbed, v) && !_taken.Contains(v.Name)).Select(v => v.Name),
    ];

    private IEnumerable<RecordRow> All() => Below(_tree.Kept).Concat(Below(_tree.Absorbed)).Distinct();

    private static IEnumerable<RecordRow> Below(RecordRow row) => row.Children.SelectMany(Below).Prepend(row);

    private void Repoint()
    {
        foreach (var row in All().Where(r => r.IsMoved || r.IsNew || (r.IsChanged && r.Table.Is<NamedPerson>())).ToList())
        {
            foreach (var (column, _) in row.Table.References)
            {
                if (_replaced.TryGetValue(row.Text(column), out var now))
                    row.Set(column, now.Key);
            }
        }

        foreach (var claim in _tree.Kept.Children.Where(c => c.Table.Is<Claim>() && c.IsMoved && c.Text("is_preferred") == "true"))
            _claims.GiveWay(claim);

        // A release belongs to one event and counts once in it.
        var releases = Below(_tree.Kept).Where(r => r.Table.Is<Release>()).ToDictionary(r => r.Key);
        var counted = new HashSet<string>();
        foreach (var named in _tree.Kept.Children.Where(c => c.Table.Is<NamedPerson>() && c.Values["release_id"] is not null).OrderBy(c => c.IsMoved))
        {
            var release = releases.GetValueOrDefault(named.Text("release_id"));
            if (release is not null && Counterparts.HaveEqual(release, named, "release_event_id") && counted.Add(release.Key))
                continue;
            if (!named.IsMoved && !named.IsChanged)
                continue;
            named.Set("release_id", null);
            named.Set("outcome", "unknown");
        }
    }

    private void CheckImprisonments()
    {
        var held = _tree.Kept.Children.Where(c => c.Table.Is<Imprisonment>() && !Counterparts.IsInAbsentia(c)).ToList();
        foreach (var (one, other) in held.SelectMany((a, i) => held.Skip(i + 1).Select(b => (a, b))))
        {
            if (Counterparts.CertainlyOverlap(one, other) || (one.Values["ended_on_earliest"] is null && other.Values["ended_on_earliest"] is null))
            {
                throw new RuleException("", $"The merged record would hold the person twice at once: {_words.Label(one)}, and {_words.Label(other)}. Correct their dates, or record the release that is missing, and then merge.");
            }
        }

        if (held.Find(i => RowValues.Date(i, "detained_on") is { } from && RowValues.Date(i, "ended_on") is { } until && until.IsCertainlyBefore(from)) is { } wrong)
            throw new RuleException("", $"The release in one record lies before the detention in the other: {_words.Label(wrong)}. Correct one of the dates, and then merge.");
    }

    private void HandOver(bool publish)
    {
        var (kept, absorbed) = (_tree.Kept, _tree.Absorbed);
        absorbed.Set("merged_into_id", kept.Key);
        absorbed.Set("publication", "draft"); // out of every index and count of what is public
        if (publish)
            kept.Set("publication", "published");
        foreach (var earlier in _tree.AbsorbedEarlier)
            earlier.Set("merged_into_id", kept.Key);

        var table = _tree.Tables.Single(t => t.Is<FormerSlug>());
        if (!kept.Children.Exists(c => c.Table == table && Counterparts.HaveEqual(c, absorbed, "slug")))
        {
            kept.Children.Add(new RecordRow(
                table, new JsonObject { ["slug"] = absorbed.Text("slug"), [table.OwnerColumn!] = kept.Key }, isNew: true));
        }
    }

    // In an order in which every constraint holds at each step: a copied release closes the kept imprisonment before another moves in.
    private List<RowChange> Changes()
    {
        var rows = All().ToList();
        return
        [
            .. rows.Where(r => r.Table.Owner is not null || r.IsNew).Concat(_claims.Added).Where(r => r.IsChanged)
                .OrderBy(r => r is { IsNew: true } && r.Table.Is<Release>() ? 0 : r is { IsNew: false, IsMoved: false } ? 1 : r.IsMoved ? 2 : 3)
                .Concat(rows.SelectMany(r => r.Citations).Concat(_claims.Added.SelectMany(c => c.Citations)).Distinct().Where(c => c.IsChanged))
                .Concat(_tree.AbsorbedEarlier)
                .Append(_tree.Absorbed)
                .Append(_tree.Kept)
                .Where(r => r.IsChanged)
                .Select(r => r.ToChange()),
        ];
    }
}
