namespace PrisonerTracker.Core.Names;

/// <summary>The writing system of a part of a name.</summary>
public enum NameScript
{
    Other,
    Cyrillic,
    Latin,
    Greek,
    Georgian,
    Armenian,
    Arabic,
    Han,
    Burmese,
}
