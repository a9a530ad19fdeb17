namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>The best way to pair the words of the shorter name with words of the longer: every word of the shorter finds its own.</summary>
internal sealed class Alignment
{
    private const int MaxWords = 5;

    private readonly NameWord[] _a;
    private readonly NameWord[] _b;
    private readonly WordMatch[,] _matches;
    private readonly int[] _current;
    private float _best = -1;

    private Alignment(NameWord[] a, NameWord[] b)
    {
        _a = a.Length > MaxWords ? a[..MaxWords] : a;
        _b = b.Length > MaxWords + 1 ? b[..(MaxWords + 1)] : b;
        _matches = new WordMatch[_a.Length, _b.Length];
        _current = new int[_a.Length];
        Chosen = new int[_a.Length];
        for (var i = 0; i < _a.Length; i++)
        {
            for (var j = 0; j < _b.Length; j++)
                _matches[i, j] = WordLikeness.Of(_a[i], _b[j]);
        }
    }

    /// <summary>For each word of the shorter name the place of its partner in the longer.</summary>
    public int[] Chosen { get; }

    /// <summary>Product of the likenesses, short words not weighing less than long ones.</summary>
    public float Product => Math.Max(_best, 0);

    public static Alignment Of(NameWord[] a, NameWord[] b)
    {
        var alignment = new Alignment(a, b);
        alignment.Try(0, 1, 0);
        return alignment;
    }

    public IEnumerable<(NameWord A, NameWord B, WordMatch Match)> Pairs()
    {
        for (var i = 0; i < _a.Length; i++)
            yield return (_a[i], _b[Chosen[i]], _matches[i, Chosen[i]]);
    }

    private void Try(int at, float product, int used)
    {
        if (product <= _best)
            return;
        if (at == _a.Length)
        {
            _best = product;
            _current.CopyTo(Chosen, 0);
            return;
        }

        for (var j = 0; j < _b.Length; j++)
        {
            if ((used & (1 << j)) != 0)
                continue;
            _current[at] = j;
            Try(at + 1, product * Math.Max(_matches[at, j].Likeness, 0.02f), used | (1 << j));
        }
    }
}
