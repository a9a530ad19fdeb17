namespace PrisonerTracker.Core.Names;

/// <summary>What a word of a written name is.</summary>
public enum NamePart
{
    /// <summary>Given or family name; the writing does not say which.</summary>
    Unknown,
    Given,
    Patronymic,
    Family,
    Initial,
}
