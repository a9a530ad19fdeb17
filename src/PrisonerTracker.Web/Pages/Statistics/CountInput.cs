using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>A published figure as a form carries it.</summary>
internal sealed class CountInput
{
    [Display(Name = "Published by")]
    public Guid? OrganisationId { get; set; }

    [Display(Name = "As of")]
    [Required(ErrorMessage = "Say which day or month the figure is about.")]
    public PartialDate? AsOf { get; set; }

    [Display(Name = "Number")]
    [Required(ErrorMessage = "Write the number as it was published.")]
    [StringLength(20)]
    public string? Number { get; set; }

    [Display(Name = "Stated as")]
    public CountQualifier Qualifier { get; set; }

    [Display(Name = "What was counted")]
    [Required(ErrorMessage = "Name the unit, such as political prisoners held.")]
    [StringLength(200)]
    public string? Unit { get; set; }

    [Display(Name = "Country")]
    [Required(ErrorMessage = "Choose the country.")]
    public string? Country { get; set; }

    [Display(Name = "Release event")]
    public Guid? ReleaseEventId { get; set; }

    [Display(Name = "Parts")]
    [StringLength(2000)]
    public string? Parts { get; set; }

    [Display(Name = "The parts are meant to be the whole, so their sum is checked")]
    public bool PartsAreExhaustive { get; set; }

    /// <summary>What the form says.</summary>
    /// <exception cref="RuleException">The number is none, or a part is no words and a number.</exception>
    public ReportedCountDetails ToDetails(ReportedCount? before, IReadOnlyList<CitationDetails> citations) => new()
    {
        OrganisationId = OrganisationId,
        ReleaseEventId = ReleaseEventId,
        AsOf = AsOf!,
        Number = WrittenNumber.TryRead(Number, out var number) ? number : throw new RuleException(nameof(Number), WrittenNumber.Problem),
        Qualifier = Qualifier,
        Unit = (before?.Unit ?? LocalizedText.Empty).With(Languages.English, Unit),
        Country = Country!,
        PartsAreExhaustive = PartsAreExhaustive,
        Parts = [.. (Parts ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PartOf).Select(p => Kept(p, before))],
        Citations = citations,
    };

    public static CountInput Of(ReportedCount count) => new()
    {
        OrganisationId = count.OrganisationId,
        AsOf = count.AsOf,
        Number = count.Number.ToString(CultureInfo.InvariantCulture),
        Qualifier = count.Qualifier,
        Unit = count.Unit.Exactly(Languages.English),
        Country = count.Country,
        ReleaseEventId = count.ReleaseEventId,
        Parts = string.Join('\n', count.Parts.OrderBy(p => p.Ordinal).Select(p => $"{p.Label} {p.Number.ToString(CultureInfo.InvariantCulture)}")),
        PartsAreExhaustive = count.PartsAreExhaustive,
    };

    /// <summary>Field by field, for showing what two editors left in different states.</summary>
    public IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("As of"), AsOf?.ToString()),
        (T("Number"), WrittenNumber.TryRead(Number, out var number) ? Numbers.Of(number) : Number),
        (T("Stated as"), Words.Of(Qualifier)),
        (T("What was counted"), Unit),
        (T("Country"), Country is { } country ? CountryNames.Of(country) : null),
        (T("Parts"), Parts?.ReplaceLineEndings(", ")),
        (T("The parts are the whole"), PartsAreExhaustive ? T("yes") : T("no")),
    ];

    // A part that kept its words keeps them in the other languages as well.
    private static ReportedCountPartDetails Kept(ReportedCountPartDetails part, ReportedCount? before) =>
        before?.Parts.FirstOrDefault(p => p.Label.ToString() == part.Label.ToString()) is { } known ? part with { Label = known.Label } : part;

    private static ReportedCountPartDetails PartOf(string line) => WrittenNumber.TryReadPart(line, out var label, out var number)
        ? new ReportedCountPartDetails(LocalizedText.English(label), number)
        : throw new RuleException(nameof(Parts), $"“{(line.Length > 40 ? line[..40] + "…" : line)}” is not a part: write words and then a whole number without spaces, such as women 168 or women 1,168.");
}

/// <summary>The lists the form of a published figure offers.</summary>
internal sealed record CountChoices(IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<SelectListItem> Events)
{
    private const int MostEvents = 200;

    public static readonly CountChoices None = new([], []);

    public static async Task<CountChoices> OfAsync(RegisterContext register)
    {
        var organisations = await register.Organisations.AsNoTracking().Select(o => new { o.OrganisationId, o.Name }).ToListAsync();
        var known = await register.ReleaseEvents.AsNoTracking()
            .OrderByDescending(e => e.HappenedOn.Earliest)
            .Take(MostEvents)
            .Select(e => new { e.ReleaseEventId, e.HappenedOn, e.Title })
            .ToListAsync();
        return new CountChoices(
            [
                new SelectListItem(T("Not in the list"), ""),
                .. organisations.Select(o => new SelectListItem(o.Name.ToString(), o.OrganisationId.ToString())).OrderBy(o => o.Text, StringComparer.Ordinal),
            ],
            [new SelectListItem(T("About the country as a whole"), ""), .. known.Select(e => new SelectListItem($"{e.HappenedOn}: {e.Title}", e.ReleaseEventId.ToString()))]);
    }
}
