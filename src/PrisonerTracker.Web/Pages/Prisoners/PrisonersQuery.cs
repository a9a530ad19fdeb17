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
                "article" => T("Article {0}", text),
                "tag" => T("Tag {0}", text),
                "unsourced" => T("With facts without a source"),
                "gender" => Words.Of(Filter.Gender!.Value),
                "detainedFrom" => T("Detained from {0}", Filter.DetainedFrom!.Value),
                "detainedTo" => T("Detained until {0}", Filter.DetainedUntil!.Value),
                "releasedFrom" => T("Released from {0}", Filter.ReleasedFrom!.Value),
                "heldOn" => T("Held {0}", Dates.When(Filter.HeldOn!)),
                "held" => T("Certainly held"),
                _ => T("Released until {0}", Filter.ReleasedUntil!.Value),
            });
        }
    }

    public static IEnumerable<(string Value, string Label)> CustodyChoices() =>
        Enum.GetValues<Custody>().Select(c => (c.ToString().ToLowerInvariant(), Words.Of(c))).Prepend((HeldValue, T("Held (any form)")));

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
        : Refuse<TEnum?>(name, value, T("one of {0}", string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()), null);

    private PartialDate? Day(string name, string? value) =>
        Known(name, value, v => PartialDate.TryParse(v, out var date) ? date : null, T("a date: 2021, 2021-09 or 2021-09-06"));

    private PartialDate? PastDay(string name, string? value, DateOnly today) =>
        Day(name, value) is not { } date ? null
        : date.Earliest <= today ? date
        : Refuse<PartialDate?>(name, value!, T("a day that is not in the future"), null);

    private TValue? Known<TValue>(string name, string? value, Func<string, TValue?> read, string wanted)
        where TValue : class =>
        value is null ? null : read(value) ?? Refuse<TValue?>(name, value, wanted, null);

    private TValue Refuse<TValue>(string name, string value, string wanted, TValue instead)
    {
        var label = name switch
        {
            "detainedFrom" => T("Detained from"),
            "detainedTo" => T("Detained to"),
            "releasedFrom" => T("Released from"),
            "releasedTo" => T("Released to"),
            "heldOn" => T("Held on"),
            _ => T(name.Capitalised()),
        };
        _problems.Add((name, T("{0}: “{1}” cannot be used; write {2}.", label, value, wanted)));
        return instead;
    }
}
