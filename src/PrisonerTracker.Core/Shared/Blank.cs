namespace PrisonerTracker.Core.Shared;

/// <summary>Texts of nothing but white space mean "not said".</summary>
public static class Blank
{
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
