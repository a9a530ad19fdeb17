using System.Globalization;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Web.Exports;
using PrisonerTracker.Web.Pages.Articles;

namespace PrisonerTracker.Web.Charts;

/// <summary>The numbers of a chart, row by row: what its table shows and its file holds is the same.</summary>
/// <param name="KeyColumn">What the rows are, in machine form.</param>
/// <param name="Columns">The numbers of a row, in machine form and in words.</param>
/// <param name="Rows">In the order they are shown.</param>
internal sealed record Figures(string KeyColumn, IReadOnlyList<(string Code, string Name)> Columns, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>How many rows a page shows; the file has all.</summary>
    public const int Most = 30;

    /// <summary>The ones a page shows: the first of many, and always what is not in a group.</summary>
    public IReadOnlyList<FigureRow> Shown => [.. Rows.Where(r => !r.IsRest).Take(Most), .. Rows.Where(r => r.IsRest)];

    /// <summary>Counts a population by what a chart is about.</summary>
    public static async Task<Figures> ReadAsync(StatisticsChart chart, Population population, Tally all, Tally withheld, CancellationToken cancellationToken)
    {
        var rows = chart switch
        {
            StatisticsChart.Articles => Largest(await population.ByArticleAsync(cancellationToken), Row),
            StatisticsChart.Facilities => Largest(await population.ByFacilityAsync(cancellationToken), f => Row(f.Key, f.Name, "facilities/" + f.Key)),
            StatisticsChart.Penalties => Largest(
                await population.ByPenaltyAsync(cancellationToken),
                p => Row(p is { } known ? ExportRow.Code(known) : "none", p is { } penalty ? Words.Of(penalty).Capitalised() : T("No sentence on record"), isRest: p is null)),
            StatisticsChart.Terms => InOrder(await population.ByTermAsync(cancellationToken), g => Row(ExportRow.Code(g), ChartWords.Of(g), isRest: g >= TermGroup.NoTerm)),
            StatisticsChart.TimeHeld => InOrder(await population.ByTimeHeldAsync(all, cancellationToken), g => Row(ExportRow.Code(g), ChartWords.Of(g), isRest: g >= HeldFor.LeftOpen)),
            StatisticsChart.Ages => InOrder(await population.ByAgeAsync(cancellationToken), g => Row(ExportRow.Code(g), ChartWords.Of(g), isRest: g >= AgeGroup.LeftOpen)),
            StatisticsChart.Genders => Largest(await population.ByGenderAsync(cancellationToken), g => Row(ExportRow.Code(g), Words.Of(g), isRest: g == Core.Prisoners.Gender.Unknown)),
            StatisticsChart.Citizenships => Largest(
                await population.ByCitizenshipAsync(cancellationToken),
                c => c is null ? Row("", T("Not known or not public"), isRest: true) : Row(c, CountryNames.Of(c))),
            _ => Largest(
                await population.ByOccupationAsync(all, cancellationToken),
                o => o.IsEmpty ? Row("", T("Not known, not public, or rare"), isRest: true) : Row(o.ToString(), o)),
        };
        if (withheld.People > 0)
            rows.Add(Row("withheld", T("Withheld records"), isRest: true) with { Numbers = [withheld.People, withheld.Held] });
        return new Figures(chart.Key(), [("people", T("People")), ("held_today", T("Of them held today"))], rows);
    }

    /// <summary>One row a day on which the number changed, or one for the end of each month where these are too many.</summary>
    public static Figures Of(IReadOnlyList<HeldDay> days) => new(
        "day",
        [("certain", T("Certainly held")), ("possible", T("Certainly or possibly"))],
        [.. days.Select(d => new FigureRow(Iso(d.Day), Dates.Of(d.Day)) { Numbers = [d.Certain, d.Possible] })]);

    public static Figures Of(IEnumerable<MonthCount> months) => new(
        "month",
        [("detained", T("Detained")), ("released", T("Released")), ("died", T("Died in custody"))],
        [
            .. months.Select(m => new FigureRow(
                m.Year is not { } year ? "" : m.Month is { } month ? $"{year:0000}-{month:00}" : $"{year:0000}",
                m.Year is not { } y ? T("No date known") : m.Month is { } n ? Dates.Of(PartialDate.OfMonth(y, n)) : T("{0}, month not known", $"{y}"))
            {
                Numbers = [m.Detained, m.Released, m.Died],
                IsRest = m.Month is null,
            }),
        ]);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FigureRow Row(string code, string label, string? address = null, bool isRest = false) => new(code, label) { Address = address, IsRest = isRest };

    private static FigureRow Row(string code, LocalizedText label, string? address = null) =>
        label.In(InterfaceLanguage.Current.Code) is var (text, language) ? new FigureRow(code, text) { Address = address, Language = language == InterfaceLanguage.Current.Code ? null : language } : Row(code, code, address);

    private static FigureRow Row(Article article)
    {
        var (number, title) = (article.Number, article.Title.In(InterfaceLanguage.Current.Code)?.Text);
        return Row(
            $"{article.LegalCode.Key} {number}", title is null ? number : $"{number} · {title}", $"articles/{article.LegalCode.Key}/{Uri.EscapeDataString(number)}") with
        {
            Language = title is null || article.Title.Exactly(InterfaceLanguage.Current.Code) is not null ? null : article.Title.In(InterfaceLanguage.Current.Code)?.Language,
        };
    }

    private static List<FigureRow> Largest<TKey>(IEnumerable<Share<TKey>> shares, Func<TKey, FigureRow> row) =>
    [
        .. shares.Select(s => row(s.Key) with { Numbers = [s.Tally.People, s.Tally.Held] })
            .OrderBy(r => r.IsRest).ThenByDescending(r => r.Numbers[0]).ThenBy(r => r.Code, ArticleNumbers.Order),
    ];

    private static List<FigureRow> InOrder<TKey>(IEnumerable<Share<TKey>> shares, Func<TKey, FigureRow> row)
        where TKey : struct, Enum
    {
        var known = shares.ToDictionary(s => s.Key, s => s.Tally);
        return
        [
            .. Enum.GetValues<TKey>()
                .Select(key => row(key) with { Numbers = known.TryGetValue(key, out var tally) ? [tally.People, tally.Held] : [0, 0] })
                .Where(r => !r.IsRest || r.Numbers[0] > 0),
        ];
    }
}

/// <summary>A row of a chart: a group, a day, a month.</summary>
/// <param name="Code">In machine form; empty for what is not known.</param>
/// <param name="Label">In words.</param>
internal sealed record FigureRow(string Code, string Label)
{
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The language of the label when it is not the reader's.</summary>
    public string? Language { get; init; }

    /// <summary>The page about it, as a path without the language.</summary>
    public string? Address { get; init; }

    /// <summary>In no group: not known, not public, left open.</summary>
    public bool IsRest { get; init; }
}
