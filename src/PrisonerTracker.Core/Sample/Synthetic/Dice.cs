namespace PrisonerTracker.Core.Sample.Synthetic;

/// <summary>
/// Chance that falls the same way in every run and on every machine (SplitMix64): each person has dice of their own, so that nobody
/// depends on how many are generated, or in which batches.
/// </summary>
internal sealed class Dice(int seed, int number)
{
    private ulong _state = ((ulong)(uint)seed << 32) | (uint)number;

    /// <summary>A number from 0 up to, not including, the limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A number between the two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Percent(int chance) => Below(100) < chance;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>One of the choices, each as likely as its weight.</summary>
    public T Weighted<T>(params ReadOnlySpan<(T Choice, int Weight)> choices)
    {
        var sum = 0;
        foreach (var (_, weight) in choices)
            sum += weight;
        var left = Below(sum);
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0)
                return choice;
        }

        return choices[^1].Choice;
    }

    private ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
