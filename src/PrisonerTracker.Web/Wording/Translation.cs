using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>
/// Every text of the interface, written in English where it is used and said in the reader's language. <c>T</c> for a text, <c>N</c> for a
/// text with a number, <c>G</c> for a text about a person, <c>H</c> for a text with markup in its gaps. What follows a <c>¦</c> is for the
/// translator only: it tells two equal English texts apart ("Held¦of a trial").
/// </summary>
public static partial class Translation
{
    private const char Hint = '¦';

    /// <summary>The text, with what stands in its gaps <c>{0}</c>, <c>{1}</c>…: numbers and dates are written as the language writes them.</summary>
    public static string T(string english, params object?[] values)
    {
        var text = InterfaceLanguage.Current.Of(english) ?? WithoutHint(english);
        return values.Length == 0 ? text : Fill(text, values);
    }

    /// <summary>The text in the reader's language, or in another that it has; where markup is possible, <c>localized</c> says which one.</summary>
    public static string T(LocalizedText? text) => text?.In(InterfaceLanguage.Current.Code)?.Text ?? "";

    /// <summary>The sentence of a rule.</summary>
    public static string T(Phrase phrase) =>
        Fill(InterfaceLanguage.Current.Of(phrase.English) ?? phrase.English, [.. phrase.Values]);

    /// <summary>The form for the number, which stands in <c>{0}</c>; further values from <c>{1}</c>. The key in a language file is "one|many".</summary>
    public static string N(long number, string one, string many, params object?[] values)
    {
        var language = InterfaceLanguage.Current;
        return Fill(language.Form($"{one}|{many}", language.Plural.FormOf(number)) ?? WithoutHint(number == 1 ? one : many), [number, .. values]);
    }

    /// <summary>The form for the person's gender: in a language file male, female and not known, or one for all.</summary>
    public static string G(Gender? gender, string english, params object?[] values)
    {
        var form = gender switch { Gender.Male => 0, Gender.Female => 1, _ => 2 };
        return Fill(InterfaceLanguage.Current.Form(english, form) ?? WithoutHint(english), values);
    }

    /// <summary>The text with markup in its gaps: <c>@H("Read {0}.", @&lt;a asp-page="/Method"&gt;@T("the method")&lt;/a&gt;)</c>.</summary>
    public static IHtmlContent H(string english, params Func<object?, IHtmlContent>[] parts) =>
        new Filled(InterfaceLanguage.Current.Of(english) ?? WithoutHint(english), parts);

    /// <summary>As <see cref="N"/>, with markup in the gaps from <c>{1}</c>.</summary>
    public static IHtmlContent HN(long number, string one, string many, params Func<object?, IHtmlContent>[] parts)
    {
        var language = InterfaceLanguage.Current;
        var text = language.Form($"{one}|{many}", language.Plural.FormOf(number)) ?? WithoutHint(number == 1 ? one : many);
        return new Filled(text, [_ => new HtmlString(HtmlEncoder.Default.Encode(Numbers.Of(number))), .. parts]);
    }

    private static string Fill(string text, object?[] values)
    {
        var said = string.Format(CultureInfo.InvariantCulture, text, [.. values.Select(Say)]);
        // What stands in a gap decides how Belarusian writes the preposition before or in it: "вызвалены ў снежні", "знік у снежні".
        return InterfaceLanguage.Current.Code == Languages.Belarusian ? AfterVowel().Replace(said, "ў") : said;
    }

    private static object? Say(object? value) => value switch
    {
        int number => Numbers.Of(number),
        long number => Numbers.Of(number),
        PartialDate date => Dates.Of(date),
        DateOnly day => Dates.Of(day),
        DateTime moment => Dates.Of(moment),
        TimeOnly time => Dates.Of(time),
        Term term => Spans.Of(term),
        CountryCode country => CountryNames.Of(country.Code),
        Enum word => HistoryWords.Of(word),
        Phrase phrase => T(phrase),
        LocalizedText text => T(text),
        IEnumerable<Phrase> phrases => string.Join("; ", phrases.Select(T)),
        _ => value,
    };

    private static string WithoutHint(string english)
    {
        var hint = english.IndexOf(Hint, StringComparison.Ordinal);
        return hint < 0 ? english : english[..hint];
    }

    [GeneratedRegex("(?<=[аеёіоуыэюя] )у(?= )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AfterVowel();

    private sealed class Filled(string text, Func<object?, IHtmlContent>[] parts) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            for (var at = 0; at < text.Length;)
            {
                var gap = text.IndexOf('{', at);
                if (gap < 0 || gap + 2 >= text.Length || text[gap + 2] != '}')
                {
                    encoder.Encode(writer, text[at..]);
                    return;
                }

                encoder.Encode(writer, text[at..gap]);
                parts[text[gap + 1] - '0'](null).WriteTo(writer, encoder);
                at = gap + 3;
            }
        }
    }
}
