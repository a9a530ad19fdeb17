using System.Text.RegularExpressions;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

/// <summary>Every language says everything, with every gap and every form.</summary>
public partial class LanguageFilesTests
{
    public static TheoryData<string> Translated => [.. InterfaceLanguage.All.Where(l => l != InterfaceLanguage.English).Select(l => l.Code)];

    [Fact]
    public void Source_HasTextsOfEveryKind()
    {
        var kinds = InterfaceTexts.All.CountBy(t => t.Value.Kind).ToDictionary();

        Assert.True(kinds[InterfaceTexts.Kind.Plain] > 500 && kinds[InterfaceTexts.Kind.Number] > 5 && kinds[InterfaceTexts.Kind.Person] > 5, string.Join(", ", kinds));
        Assert.Contains("Somebody else changed this record while you had it open", InterfaceTexts.All.Keys);
        Assert.Contains("'{0}' is not a country code such as BY (ISO 3166-1).", InterfaceTexts.All.Keys);
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Language_SaysEveryText(string code)
    {
        var language = Language(code);
        var missing = InterfaceTexts.All.Where(t => language.FormsOf(t.Key) == 0).Select(t => $"{t.Key}   ({t.Value.File})").Order(StringComparer.Ordinal).ToList();

        Assert.True(missing.Count == 0, $"{missing.Count} texts have no translation into {code}:\n{string.Join('\n', missing)}");
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Language_HasAsManyFormsAsItNeeds(string code)
    {
        var language = Language(code);
        var wrong = InterfaceTexts.All.Where(t => language.FormsOf(t.Key) is > 0 and var forms && !(t.Value.Kind switch
        {
            InterfaceTexts.Kind.Number => forms == language.Plural.Forms || forms == 1,
            InterfaceTexts.Kind.Person => forms is 1 or 3,
            _ => forms == 1,
        })).Select(t => t.Key);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Language_KeepsEveryGap(string code)
    {
        var language = Language(code);
        var wrong = language.Keys.Where(key => Enumerable.Range(0, language.FormsOf(key)).Any(form =>
            !Gaps(key.Split('|')[^1]).SetEquals(Gaps(language.Form(key, form)!))));

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void Language_NamesEveryCountry(string code) =>
        Assert.Empty(Countries.All.Where(c => Language(code).FormsOf($"country {c.Code}") != 1).Select(c => c.Code));

    [Theory]
    [MemberData(nameof(Translated))]
    public void File_IsSorted_AndSaysNothingTwice(string code)
    {
        var lines = File.ReadAllLines(Path.Combine(InterfaceTexts.Source, "PrisonerTracker.Web", "Wording", "Languages", $"{code}.json"));
        var keys = lines.Select(l => Key().Match(l)).Where(m => m.Success).Select(m => m.Groups["key"].Value).Where(k => !k.StartsWith('@')).ToList();

        Assert.Equal(keys.Order(StringComparer.Ordinal).Distinct(), keys);
    }

    private static InterfaceLanguage Language(string code) => InterfaceLanguage.All.Single(l => l.Code == code);

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex("""^\s*"(?<key>(\\.|[^"\\])*)":""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
