namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>What circumstances do to a score.</summary>
internal static class Scores
{
    /// <summary>At most this after a veto.</summary>
    public const double Veto = 0.25;

    /// <summary>A surname alone, or a given name alone, against a whole name: always for a person to decide.</summary>
    public const double OneWordOfMany = 0.66;

    /// <summary>An initial stands for the given name.</summary>
    public const double InitialForGiven = 0.88;

    /// <summary>Initials on both sides.</summary>
    public const double InitialForInitial = 0.86;

    /// <summary>One side has a word more (a second surname, a second given name).</summary>
    public const double ExtraWord = 0.94;

    /// <summary>And each word more than that.</summary>
    public const double FurtherExtraWord = 0.9;

    /// <summary>Surnames that are not East Slavic end in another vowel.</summary>
    public const double OtherVowel = 0.6;

    /// <summary>Found under the former surname.</summary>
    public const double Maiden = 0.93;

    /// <summary>Surnames agree but for a gender ending that the persons' gender does not explain.</summary>
    public const double OtherEnding = 0.8;
}
