namespace PrisonerTracker.Core.Statistics;

/// <summary>The length of a term, in whole years.</summary>
public enum TermGroup
{
    UnderOneYear,
    OneYear,
    TwoYears,
    ThreeToFourYears,
    FiveToNineYears,
    TenToFourteenYears,
    FifteenYearsAndMore,
    Life,
    Death,

    /// <summary>A penalty that has no term, such as a fine.</summary>
    NoTerm,

    /// <summary>No source states it, or several sentences stand side by side and nobody says how they add up.</summary>
    NotKnown,
    NoSentence,
}

/// <summary>Completed years of life.</summary>
public enum AgeGroup
{
    Under18,
    From18To29,
    From30To39,
    From40To49,
    From50To59,
    From60To69,
    From70,

    /// <summary>The birth date is imprecise and may mean more than one group.</summary>
    LeftOpen,
    NotKnown,
    Died,
}

/// <summary>Time held, in years of 365 days and a leap day every fourth.</summary>
public enum HeldFor
{
    UnderOneYear,
    OneYear,
    TwoYears,
    ThreeToFourYears,
    FiveToNineYears,
    TenYearsAndMore,

    /// <summary>The dates are imprecise and may mean more than one group.</summary>
    LeftOpen,

    /// <summary>Not held as far as is recorded: under restrictions only, or tried in absentia.</summary>
    Never,
}
