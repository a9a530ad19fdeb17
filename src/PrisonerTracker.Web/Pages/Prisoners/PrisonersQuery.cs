using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Extensions;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>
/// The query string of <c>/prisoners</c> and of the exports: every state of the list is an address that can be shared.
/// Reads itself from a request, so that pages and endpoints understand exactly the same; what cannot be read is named.
/// </summary>
internal sealed partial class PrisonersQuery
{
    public const int PageSize = 50;

    /// <summary>Beyond this nobody leafs; narrow the list or export it. It bounds what one request can make the database skip.</summary>
    public const int LastPage = 400;

    private const int LongestText = 200;
    private const string HeldValue = "held";
    private const string CertainValue = "certain";
    private const string CardsValue = "cards";
    private const string TableValue = "table";

    private readonly List<(string Name, string Problem)> _problems = [];

    private PrisonersQuery()
    {
    }

    public PrisonerFilter Filter { get; private set; } = new();
    public int Page { get; private set; } = 1;

    /// <summary>Shown as cards and not as a table.</summary>
    public bool AsCards { get; private set; }

    /// <summary>What the list offers to filter by, for the names of what it is filtered by; without it a chip says the key.</summary>
    public OfferedFilters? Offered { get; set; }

    /// <summary>Something is filtered by the key of what has a name.</summary>
    public bool HasKeys => Written.Keys.Any(name => name is "designatedBy" or "facility");

    /// <summary>What was in the address, as it was written, by name.</summary>
    public IReadOnlyDictionary<string, string> Written { get; private set; } = new Dictionary<string, string>();

    /// <summary>What could not be read, by parameter.</summary>
    public IReadOnlyList<(string Name, string Problem)> Problems => _problems;

    /// <summary>Reads the query string.</summary>
    /// <param name="query">As the request has it.</param>
    /// <param name="today">The day it is: nobody was held later.</param>
    public static PrisonersQuery From(IQueryCollection query, DateOnly today)
    {
        var read = new PrisonersQuery();
        string? Text(string name) => Blank.ToNull(query[name].ToString()) is { } text ? text[..Math.Min(text.Length, LongestText)] : null;
        read.Written = Names
            .Select(name => (name, Text: Text(name)))
            .Where(p => p.Text is not null)
            .ToDictionary(p => p.name, p => p.Text!);
        read.Filter = new PrisonerFilter
        {
            Text = Text("q"),
            Custody = read.CustodyOf(Text("custody")),
            Stage = read.EnumOf<LegalStage>("stage", Text("stage")),
            DesignatedBy = read.Key("designatedBy", Text("designatedBy"), "viasna"),
            HeldOn = read.PastDay("heldOn", Text("heldOn"), today),
            CertainlyHeld = read.Known("held", Text("held"), h => h.Equals(CertainValue, StringComparison.OrdinalIgnoreCase) ? h : null, CertainValue) is not null,
            Incommunicado = read.IsChosen("incommunicado", Text("incommunicado")),
            Country = read.Known("country", Text("country"), c => Countries.IsValid(c) ? c : null, T("a country code such as {0}", "BY")),
            Article = Text("article"),
            Facility = read.Key("facility", Text("facility"), "by-colony-gorki"),
            TermAtLeast = read.Years("termAtLeast", Text("termAtLeast")),
            Gender = read.EnumOf<Gender>("gender", Text("gender")),
            Occupation = read.Known("occupation", Text("occupation"), o => SearchText.Words(o).Count > 0 ? o : null, T("a word of it")),
            Citizenship = read.Known("citizenship", Text("citizenship"), c => Countries.IsValid(c) ? c : null, T("a country code such as {0}", "BY")),
            Tag = Text("tag"),
            AtRisk = read.IsChosen("risk", Text("risk")),
            CanBeWrittenTo = read.IsChosen("writable", Text("writable")),
            DetainedFrom = read.Day("detainedFrom", Text("detainedFrom"))?.Earliest,
            DetainedUntil = read.Day("detainedTo", Text("detainedTo"))?.Latest,
            SentencedFrom = read.Day("sentencedFrom", Text("sentencedFrom"))?.Earliest,
            SentencedUntil = read.Day("sentencedTo", Text("sentencedTo"))?.Latest,
            ReleasedFrom = read.Day("releasedFrom", Text("releasedFrom"))?.Earliest,
            ReleasedUntil = read.Day("releasedTo", Text("releasedTo"))?.Latest,
            UpdatedSince = read.PastDay("updatedSince", Text("updatedSince"), today)?.Earliest,
            Unsourced = read.IsChosen("unsourced", Text("unsourced")),
            Today = today,
            Sort = read.EnumOf<PrisonerSort>("sort", Text("sort")) ?? PrisonerSort.Fit,
        };
        read.AsCards = read.Known("view", Text("view"), v => v is CardsValue or TableValue ? v : null, T("one of {0}", $"{TableValue}, {CardsValue}")) == CardsValue;
        read.Page = Text("page") is not { } page ? 1
            : int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastPage ? number
            : read.Refuse("page", page, T("a page from 1 to {0}", LastPage), 1);
        return read;
    }

    /// <summary>The address of this state with one parameter changed, or taken out with null; changing a filter goes back to page 1.</summary>
    public string With(string path, string? name = null, string? value = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, text) in Written)
        {
            if (key != name && key != "page")
                query.Add(key, text);
        }

        if (name is not null && value is not null)
            query.Add(name, value);
        return path + query;
    }

    /// <summary>The same people somewhere else than in the list: in a file, a feed or a statistic, which have no pages and no cards.</summary>
    public string To(string path) => new PrisonersQuery { Written = Written.Where(w => w.Key != "view").ToDictionary() }.With(path);

    /// <summary>The active filters for people: what they are called, what they say, and the parameter that takes them out.</summary>
    public IEnumerable<(string Name, string Label)> Chips()
    {
        foreach (var (name, text) in Written.Where(w => w.Key is not ("sort" or "page" or "view") && (w.Key != "held" || Filter.HeldOn is not null) && _problems.TrueForAll(p => p.Name != w.Key)))
        {
            yield return (name, name switch
            {
                "q" => $"“{text}”",
                "custody" => CustodyWords(text),
                "stage" => T("Legal stage: {0}", Words.Of(Filter.Stage!.Value)),
                "designatedBy" => T("Designated by: {0}", NameOf(name, Filter.DesignatedBy!)),
                "heldOn" => T("Held {0}", Dates.When(Filter.HeldOn!)),
                "held" => T("Certainly held"),
                "incommunicado" => T("Held incommunicado"),
                "country" => CountryNames.Of(text),
                "article" => T("Article {0}", text),
                "facility" => T("Facility: {0}", NameOf(name, Filter.Facility!)),
                "termAtLeast" => N(Filter.TermAtLeast!.Value, "Term of at least {0} year", "Term of at least {0} years"),
                "gender" => Words.Of(Filter.Gender!.Value),
                "occupation" => T("Occupation: {0}", text),
                "citizenship" => T("Citizenship: {0}", CountryNames.Of(text)),
                "tag" => T("Tag {0}", text),
                "risk" => T("Heightened risk"),
                "writable" => T("Can be written to"),
                "detainedFrom" => T("Detained from {0}", Filter.DetainedFrom!.Value),
                "detainedTo" => T("Detained until {0}", Filter.DetainedUntil!.Value),
                "sentencedFrom" => T("Sentenced from {0}", Filter.SentencedFrom!.Value),
                "sentencedTo" => T("Sentenced until {0}", Filter.SentencedUntil!.Value),
                "releasedFrom" => T("Released from {0}", Filter.ReleasedFrom!.Value),
                "releasedTo" => T("Released until {0}", Filter.ReleasedUntil!.Value),
                "updatedSince" => T("Updated since {0}", Filter.UpdatedSince!.Value),
                _ => T("With facts without a source"),
            });
        }
    }

    public static IEnumerable<(string Value, string Label)> CustodyChoices() =>
        Enum.GetValues<Custody>().Select(c => (c.ToString().ToLowerInvariant(), Words.Of(c))).Prepend((HeldValue, T("Held (any form)")));

    private static readonly string[] Names =
    [
        "q", "custody", "stage", "designatedBy", "heldOn", "held", "incommunicado", "country", "article", "facility", "termAtLeast", "gender", "occupation", "citizenship",
        "tag", "risk", "writable", "detainedFrom", "detainedTo", "sentencedFrom", "sentencedTo", "releasedFrom", "releasedTo", "updatedSince", "unsourced", "sort", "view", "page",
    ];

    private string NameOf(string name, string key) => Offered?.NameOf(name, key) is { } found ? T(found) : key;

    private static string CustodyWords(string value) =>
        CustodyChoices().FirstOrDefault(c => c.Value == value.ToLowerInvariant()).Label ?? value;

    private IReadOnlyList<Custody> CustodyOf(string? value) =>
        value is null ? []
        : string.Equals(value, HeldValue, StringComparison.OrdinalIgnoreCase) ? Standing.Held
        : EnumOf<Custody>("custody", value) is { } custody ? [custody]
        : [];

    private TEnum? EnumOf<TEnum>(string name, string? value)
        where TEnum : struct, Enum =>
        value is null ? null
        : Enum.GetNames<TEnum>().Contains(value, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<TEnum>(value, ignoreCase: true)
        : Refuse<TEnum?>(name, value, T("one of {0}", string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()), null);

    private PartialDate? Day(string name, string? value) =>
        Known(name, value, v => PartialDate.TryParse(v, out var date) ? date : null, T("a date: 2021, 2021-09 or 2021-09-06"));

    private PartialDate? PastDay(string name, string? value, DateOnly today) =>
        Day(name, value) is not { } date ? null
        : date.Earliest <= today ? date
        : Refuse<PartialDate?>(name, value!, T("a day that is not in the future"), null);

    private bool IsChosen(string name, string? value) => Known(name, value, v => v == "1" ? v : null, "1") is not null;

    // Such as by-colony-gorki: whether there is one is the list's to say, and it finds nobody then.
    private string? Key(string name, string? value, string example) =>
        Known(name, value, v => v.ToLowerInvariant() is var key && KeyOfEntry().IsMatch(key) ? key : null, T("the last part of its address, such as {0}", example));

    private int? Years(string name, string? value) =>
        value is null ? null
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years is >= 1 and <= Term.MostYears ? years
        : Refuse<int?>(name, value, T("whole years, from 1 to {0}", Term.MostYears), null);

    private TValue? Known<TValue>(string name, string? value, Func<string, TValue?> read, string wanted)
        where TValue : class =>
        value is null ? null : read(value) ?? Refuse<TValue?>(name, value, wanted, null);

    private TValue Refuse<TValue>(string name, string value, string wanted, TValue instead)
    {
        _problems.Add((name, T("{0}: “{1}” cannot be used; write {2}.", LabelOf(name), value, wanted)));
        return instead;
    }

    /// <summary>What a parameter is called where it can be wrong.</summary>
    private static string LabelOf(string name) => name switch
    {
        "stage" => T("Legal stage"),
        "designatedBy" => T("Designated by"),
        "heldOn" => T("Held on"),
        "incommunicado" => T("Held incommunicado"),
        "facility" => T("Facility"),
        "termAtLeast" => T("Term of at least, years"),
        "occupation" => T("Occupation"),
        "citizenship" => T("Citizenship"),
        "risk" => T("Heightened risk"),
        "writable" => T("Can be written to"),
        "detainedFrom" => T("Detained from"),
        "detainedTo" => T("Detained to"),
        "sentencedFrom" => T("Sentenced from"),
        "sentencedTo" => T("Sentenced to¦a day"),
        "releasedFrom" => T("Released from"),
        "releasedTo" => T("Released to"),
        "updatedSince" => T("Updated since"),
        "view" => T("Shown as"),
        _ => T(name.Capitalised()),
    };

    [GeneratedRegex("^[a-z0-9._-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyOfEntry();
}
