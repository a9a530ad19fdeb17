namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>A surname without its gender ending, and what the ending said.</summary>
internal readonly record struct SurnameForm(string Stem, float Cost, NameGender Ending);
