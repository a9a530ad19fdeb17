namespace PrisonerTracker.Core.Names;

/// <summary>
/// Matches one written name against a register. A match is automatic only when the best candidate reaches
/// <see cref="NameThresholds.AutomaticMatch"/> and the next one stays <see cref="NameThresholds.Margin"/> behind; a patronymic or a birth
/// that contradicts any stored form is a veto. "Валерия Сорокина" may be Валерий Сорокин in the accusative: where the register has him, too,
/// a person decides.
/// </summary>
public sealed class RegisterMatcher(ICandidateSource source)
{
    private const int MaxShown = 8;
    private const double ConfirmedMargin = 0.04;

    public async Task<RegisterMatch> MatchAsync(WrittenName name, BirthHint? birth = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = NameKeys.Asked(name);
        var scores = new Scored(name);
        var near = await source.FindAsync(keys.Selective, someOfTooMany: true, cancellationToken);

        // In a register so large that too many agree in consonants, those who are spelled alike decide.
        var wide = await source.FindAsync(keys.Wide, someOfTooMany: near.Entries.Count == 0, cancellationToken);
        var found = near.Entries.UnionBy(wide.Entries, entry => entry.Id).ToList();
        var match = Decide(scores, birth, found);
        var isComplete = near.IsComplete && (wide.IsComplete || near.Entries.Count > 0);

        // Whoever shares a single word and nothing more stays below the margin of somebody who fits this well.
        if (match.Best is not { Comparison.Score: >= NameThresholds.AutomaticMatch })
        {
            var others = await source.FindAsync(keys.Common, someOfTooMany: found.Count == 0, cancellationToken);
            match = Decide(scores, birth, found.UnionBy(others.Entries, entry => entry.Id));
            isComplete = near.IsComplete && wide.IsComplete && others.IsComplete;
        }

        // More namesakes than were looked at: one of the others may fit as well.
        return isComplete || match.Decision != RegisterDecision.Match ? match : match with { Decision = RegisterDecision.Unsure };
    }

    /// <summary>The decision among given people.</summary>
    public static RegisterMatch Decide(WrittenName name, BirthHint? birth, IEnumerable<RegisterEntry> entries) =>
        Decide(new Scored(name), birth, entries);

    private static RegisterMatch Decide(Scored scored, BirthHint? birth, IEnumerable<RegisterEntry> entries)
    {
        var name = scored.Name;
        var inOtherCase = new List<(RegisterEntry Entry, WrittenName Form, double Score)>();
        var near = new List<(RegisterEntry Entry, WrittenName Form, double Score)>();
        foreach (var entry in entries)
        {
            if (entry.Names.Count == 0 || (birth is not null && entry.Birth is not null && birth.Contradicts(entry.Birth)))
                continue;
            if (entry.Names.Any(form => scored.Of(form).IsVetoed))
                continue;
            var form = entry.Names.MaxBy(form => scored.Of(form).Score)!;
            var score = scored.Of(form).Score;
            if (score >= NameThresholds.Unsure)
                near.Add((entry, form, score));
            else if (name.OtherCase is not null && entry.Names.MaxBy(form => scored.Of(form).InOtherCase) is { } otherForm && scored.Of(otherForm).InOtherCase >= NameThresholds.AutomaticMatch)
                inOtherCase.Add((entry, otherForm, NameThresholds.Unsure));
        }

        near.AddRange(inOtherCase);
        if (near.Count == 0)
            return RegisterMatch.Nobody;
        var ranked = near.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Entry.Id, StringComparer.Ordinal).ToList();
        var rivals = ranked.Where(candidate => ranked[0].Score - candidate.Score < NameThresholds.Margin
            || (candidate.Score >= NameThresholds.AutomaticMatch && AreNamesakes(ranked[0].Entry, candidate.Entry))).ToList();
        if (rivals.Count > 1 && Confirmed(name, birth, rivals) is { } chosen)
        {
            ranked.Remove(chosen);
            ranked.Insert(0, chosen);
            rivals = [chosen];
        }

        var decision = ranked[0].Score >= NameThresholds.AutomaticMatch && rivals.Count == 1 && inOtherCase.Count == 0 ? RegisterDecision.Match : RegisterDecision.Unsure;
        return new RegisterMatch(decision, [.. ranked.Take(MaxShown).Select(candidate =>
            new RegisterCandidate(candidate.Entry, NameComparer.Compare(InCase(name, candidate.Form), candidate.Form, birth, candidate.Entry.Birth), candidate.Form))]);
    }

    // Two people with one name, of whom one is stored in more spellings: the line may be nearer to the one by chance.
    private static bool AreNamesakes(RegisterEntry a, RegisterEntry b) =>
        a.Names.Take(4).Any(one => b.Names.Take(4).Any(other => NameComparer.Score(one, other) >= NameThresholds.Namesakes));

    private static WrittenName InCase(WrittenName name, WrittenName form) =>
        name.OtherCase is { } other && NameComparer.Score(name, form) < NameThresholds.Unsure ? other : name;

    // Between namesakes whose names fit alike, the one whose patronymic or birth is known and the same goes before those of whom it is not
    // known. The score of nobody changes, and a lone candidate gains nothing.
    private static (RegisterEntry Entry, WrittenName Form, double Score)? Confirmed(WrittenName name, BirthHint? birth, List<(RegisterEntry Entry, WrittenName Form, double Score)> rivals)
    {
        var confirmed = rivals.Where(rival => rival.Score >= NameThresholds.AutomaticMatch
            && name.PatronymicWord is not null && rival.Entry.Names.Any(form => form.PatronymicWord is not null)).ToList();
        return confirmed.Count == 1 && rivals.TrueForAll(rival => rival.Score <= confirmed[0].Score + ConfirmedMargin) ? confirmed[0] : null;
    }

    /// <summary>A name compared with stored forms, once with each however many bear it.</summary>
    private sealed class Scored(WrittenName name)
    {
        private readonly Dictionary<WrittenName, Fit> _fits = new(ReferenceEqualityComparer.Instance);

        public WrittenName Name => name;

        public Fit Of(WrittenName form) => _fits.TryGetValue(form, out var known) ? known : _fits[form] = Compare(form);

        private Fit Compare(WrittenName form)
        {
            if (Comparing.PatronymicRule.Contradiction(name, form) is not null)
                return new Fit(0, 0, IsVetoed: true);
            var score = NameComparer.Score(name, form);
            return new Fit(score, name.OtherCase is { } other && score < NameThresholds.Unsure ? NameComparer.Score(other, form) : 0, IsVetoed: false);
        }
    }

    private readonly record struct Fit(double Score, double InOtherCase, bool IsVetoed);
}
