using System.Text.RegularExpressions;

namespace PrisonerTracker.Core.Shared;

/// <summary>Language codes (BCP 47) as the register uses them.</summary>
public static partial class Languages
{
    public const string English = "en";
    public const string Belarusian = "be";
    public const string Russian = "ru";
    public const int MaxLength = 12;

    /// <summary>The languages an editor is offered, the interface's first.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> Offered =
    [
        (English, "English"), (Belarusian, "Belarusian"), (Russian, "Russian"), ("uk", "Ukrainian"), ("pl", "Polish"),
        ("lt", "Lithuanian"), ("lv", "Latvian"), ("de", "German"), ("fr", "French"), ("fa", "Persian"), ("ar", "Arabic"),
        ("zh", "Chinese"), ("my", "Burmese"), ("es", "Spanish"), ("tr", "Turkish"), ("vi", "Vietnamese"), ("ka", "Georgian"),
    ];

    public static bool IsValid(string? code) => code is not null && Code().IsMatch(code);

    public static string Require(string code) =>
        IsValid(code) ? code : throw new RuleException("Language", $"'{code}' is not a language code such as en, be or zh-Hant.");

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
