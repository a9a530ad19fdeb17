namespace PrisonerTracker.Core.Tests.Names.Matching.Generated;

/// <summary>Precision, recall and F1 of scores against the truth, as score.py of the development data counts them.</summary>
public sealed record Figures(int RightMatches, int WrongMatches, int Missed)
{
    public double Precision => RightMatches + WrongMatches == 0 ? 0 : (double)RightMatches / (RightMatches + WrongMatches);

    public double Recall => RightMatches + Missed == 0 ? 0 : (double)RightMatches / (RightMatches + Missed);

    public double F1 => RightMatches == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Figures At(double threshold, IEnumerable<(double Score, bool Same)> scores)
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (var (score, same) in scores)
        {
            if (score >= threshold)
                _ = same ? right++ : wrong++;
            else if (same)
                missed++;
        }

        return new Figures(right, wrong, missed);
    }

    /// <summary>The greatest recall at which precision is still at least this.</summary>
    public static double RecallAtPrecision(double precision, IReadOnlyList<(double Score, bool Same)> scores)
    {
        var best = 0.0;
        int right = 0, wrong = 0, all = scores.Count(pair => pair.Same);
        foreach (var equal in scores.GroupBy(pair => pair.Score).OrderByDescending(group => group.Key))
        {
            right += equal.Count(pair => pair.Same);
            wrong += equal.Count(pair => !pair.Same);
            if (right >= precision * (right + wrong))
                best = Math.Max(best, (double)right / all);
        }

        return best;
    }

    public override string ToString() => FormattableString.Invariant($"P {Precision:0.000} R {Recall:0.000} F1 {F1:0.000} (wrong {WrongMatches}, missed {Missed})");
}
