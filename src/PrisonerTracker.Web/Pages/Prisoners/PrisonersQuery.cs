using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>
/// The query string of <c>/prisoners</c> and of the exports: every state of the list is an address that can be shared.
/// Reads itself from a request, so that pages and endpoints understand exactly the same; what cannot be read is named.
/// </summary>
internal sealed class PrisonersQuery
{
    public const int PageSize = 50;

    /// <summary>Beyond this nobody leafs; narrow the list or export it. It bounds what one request can make the database skip.</summary>
    public const int LastPage = 400;

    private const int LongestText = 200;
    private const string HeldValue = "held";
    private const string CertainValue = "certain";

    private readonly List<(string Name, string Problem)> _problems = [];

    private PrisonersQuery()
    {
    }

    public PrisonerFilter Filter { get; private set; } = new();
    public int Page { get; private set; } = 1;

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
            Country = read.Known("country", Text("country"), c => Countries.IsValid(c) ? c : null, "a country code such as BY"),
            Article = Text("article"),
            Tag = Text("tag"),
            Gender = read.EnumOf<Gender>("gender", Text("gender")),
            DetainedFrom = read.Day("detainedFrom", Text("detainedFrom"))?.Earliest,
            DetainedUntil = read.Day("detainedTo", Text("detainedTo"))?.Latest,
            ReleasedFrom = read.Day("releasedFrom", Text("releasedFrom"))?.Earliest,
            ReleasedUntil = read.Day("releasedTo", Text("releasedTo"))?.Latest,
            HeldOn = read.PastDay("heldOn", Text("heldOn"), today),
            CertainlyHeld = read.Known("held", Text("held"), h => h.Equals(CertainValue, StringComparison.OrdinalIgnoreCase) ? h : null, CertainValue) is not null,
            Today = today,
            Unsourced = read.Known("unsourced", Text("unsourced"), v => v == "1" ? v : null, "1") is not null,
            Sort = read.EnumOf<PrisonerSort>("sort", Text("sort")) ?? PrisonerSort.Fit,
        };
        read.Page = Text("page") is not { } page ? 1
            : int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastPage ? number
            : read.Refuse("page", page, $"a page from 1 to {LastPage}", 1);
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

    /// <summary>The active filters for people: what they are called, what they say, and the parameter that takes them out.</summary>
    public IEnumerable<(string Name, string Label)> Chips()
    {
        foreach (var (name, text) in Written.Where(w => w.Key is not ("sort" or "page") && (w.Key != "held" || Filter.HeldOn is not null) && _problems.TrueForAll(p => p.Name != w.Key)))
        {
            yield return (name, name switch
            {
                "q" => $"“{text}”",
                "custody" => CustodyWords(text),
                "country" => CountryNames.Of(text),
                "article" => $"Article {text}",
                "tag" => T("Tag {0}", text),
                "unsourced" => "With facts without a source",
                "gender" => Words.Of(Filter.Gender!.Value),
                "detainedFrom" => $"Detained from {Dates.Of(Filter.DetainedFrom!.Value)}",
                "detainedTo" => $"Detained until {Dates.Of(Filter.DetainedUntil!.Value)}",
                "releasedFrom" => $"Released from {Dates.Of(Filter.ReleasedFrom!.Value)}",
                "heldOn" => $"Held {Dates.When(Filter.HeldOn!)}",
                "held" => "Certainly held",
                _ => $"Released until {Dates.Of(Filter.ReleasedUntil!.Value)}",
            });
        }
    }

    public static IEnumerable<(string Value, string Label)> CustodyChoices() =>
        Enum.GetValues<Custody>().Select(c => (c.ToString().ToLowerInvariant(), Words.Of(c))).Prepend((HeldValue, "Held (any form)"));

    private static readonly string[] Names =
        ["q", "custody", "country", "article", "tag", "gender", "detainedFrom", "detainedTo", "releasedFrom", "releasedTo", "heldOn", "held", "unsourced", "sort", "page"];

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
        : Refuse<TEnum?>(name, value, $"one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}", null);

    private PartialDate? Day(string name, string? value) =>
        Known(name, value, v => PartialDate.TryParse(v, out var date) ? date : null, "a date: 2021, 2021-09 or 2021-09-06");

    private PartialDate? PastDay(string name, string? value, DateOnly today) =>
        Day(name, value) is not { } date ? null
        : date.Earliest <= today ? date
        : Refuse<PartialDate?>(name, value!, "a day that is not in the future", null);

    private T? Known<T>(string name, string? value, Func<string, T?> read, string wanted)
        where T : class =>
        value is null ? null : read(value) ?? Refuse<T?>(name, value, wanted, null);

    private T Refuse<T>(string name, string value, string wanted, T instead)
    {
        var label = name switch
        {
            "detainedFrom" => "Detained from",
            "detainedTo" => "Detained to",
            "releasedFrom" => "Released from",
            "releasedTo" => "Released to",
            "heldOn" => "Held on",
            _ => name.Capitalised(),
        };
        _problems.Add((name, $"{label}: “{value}” cannot be used; write {wanted}."));
        return instead;
    }
}
