namespace PrisonerTracker.Web.Wording;

/// <summary>
/// Which form of a noun goes with a whole number. The rules are those of the Unicode CLDR (Language Plural Rules, cardinal, for whole
/// numbers); a language file names the language whose rule it follows, or none when that is its own.
/// </summary>
internal sealed class PluralRule
{
    private readonly Func<long, int> _form;

    private PluralRule(int forms, Func<long, int> form) => (Forms, _form) = (forms, form);

    /// <summary>How many forms a text with a number has.</summary>
    public int Forms { get; }

    /// <summary>The rule of a language by its code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rule of the language is not known here; add it.</exception>
    public static PluralRule Of(string language) => language switch
    {
        // one, few, many: 1 чалавек, 2 чалавекі, 5 чалавек, 21 чалавек
        "be" or "ru" or "uk" => new(3, n => (n % 10, n % 100) switch
        {
            (1, not 11) => 0,
            ( >= 2 and <= 4, not (>= 12 and <= 14)) => 1,
            _ => 2,
        }),
        // one, few, many, but 21 is many
        "pl" => new(3, n => n == 1 ? 0 : n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14) ? 1 : 2),
        "fr" => new(2, n => n is 0 or 1 ? 0 : 1),
        "zh" or "ja" or "ko" or "vi" or "my" or "th" => new(1, _ => 0),
        // zero, one, two, few, many, other
        "ar" => new(6, n => n switch { 0 => 0, 1 => 1, 2 => 2, _ => (n % 100) switch { >= 3 and <= 10 => 3, >= 11 => 4, _ => 5 } }),
        "en" or "de" or "es" or "tr" or "ka" => new(2, n => n == 1 ? 0 : 1),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There is no plural rule for the language."),
    };

    public int FormOf(long number) => _form(Math.Abs(number));
}
