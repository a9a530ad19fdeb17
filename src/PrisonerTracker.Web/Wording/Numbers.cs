using System.Globalization;

namespace PrisonerTracker.Web.Wording;

/// <summary>Numbers as people write them: "1,613" in English, "1 613" in Russian.</summary>
public static class Numbers
{
    public static string Of(long number) => number.ToString("N0", InterfaceLanguage.Current.Culture);

    /// <summary>With at most so many decimals, none for a whole number.</summary>
    public static string Of(decimal number, int decimals) =>
        number.ToString("#,0." + new string('#', decimals), InterfaceLanguage.Current.Culture);

    /// <summary>With exactly so many decimals, for what is compared in a column.</summary>
    public static string Of(double number, int decimals) =>
        number.ToString("F" + Plain(decimals), InterfaceLanguage.Current.Culture);

    /// <summary>With a sign before it, for differences.</summary>
    public static string Signed(long number) => number.ToString("+#,0;−#,0;0", InterfaceLanguage.Current.Culture);

    /// <summary>For files and machines.</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
