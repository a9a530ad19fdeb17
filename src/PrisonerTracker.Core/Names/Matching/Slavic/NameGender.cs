namespace PrisonerTracker.Core.Names;

/// <summary>What a written name says about gender.</summary>
public enum NameGender
{
    Unknown,
    Male,
    Female,
}
