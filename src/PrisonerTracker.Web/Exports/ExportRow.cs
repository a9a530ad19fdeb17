using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Exports;

/// <summary>One person in an export, in machine form: dates in ISO 8601 reduced precision, countries and languages by code.</summary>
internal sealed record ExportRow
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public string? NameBe { get; init; }
    public string? NameRu { get; init; }
    public required Gender Gender { get; init; }
    public PartialDate? BornOn { get; init; }
    public PartialDate? DiedOn { get; init; }
    public required string[] Citizenships { get; init; }
    public required LocalizedText Occupation { get; init; }
    public required Standing Standing { get; init; }
    public string? Articles { get; init; }
    public ReleaseGround? Ground { get; init; }
    public string? Destination { get; init; }
    public string? EventSlug { get; init; }
    public string? Tags { get; init; }
    public bool IsCertainlyHeld { get; init; }

    // A file leaves the register: what is withheld is in none, whoever asks for it.
    public bool HidesBirth { get; init; }
    public bool HidesCitizenship { get; init; }
    public bool HidesDescription { get; init; }
    public required Publication Publication { get; init; }
    public required bool IsFictional { get; init; }
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The columns of every format, in order: the machine name and how a value is written. Empty for what is not known.</summary>
    public static readonly IReadOnlyList<(string Name, Func<ExportRow, Func<string, string>, string> Value)> Columns =
    [
        ("address", (r, address) => address($"/prisoners/{r.Slug}")),
        ("name", (r, _) => r.Name),
        ("name_be", (r, _) => r.NameBe ?? ""),
        ("name_ru", (r, _) => r.NameRu ?? ""),
        ("gender", (r, _) => Code(r.Gender)),
        ("born_on", (r, _) => r.HidesBirth ? "" : $"{r.BornOn}"),
        ("died_on", (r, _) => $"{r.DiedOn}"),
        ("citizenships", (r, _) => r.HidesCitizenship ? "" : string.Join(' ', r.Citizenships)),
        ("occupation", (r, _) => r.HidesDescription ? "" : r.Occupation.ToString()),
        ("custody", (r, _) => Code(r.Standing.Custody)),
        ("legal_stage", (r, _) => Code(r.Standing.LegalStage)),
        ("designated", (r, _) => r.Standing.IsDesignated ? "yes" : "no"),
        ("country", (r, _) => r.Standing.Country ?? ""),
        ("detained_on", (r, _) => $"{r.Standing.DetainedOn}"),
        ("articles", (r, _) => r.Articles ?? ""),
        ("released_on", (r, _) => $"{r.Standing.ReleasedOn}"),
        ("release_ground", (r, _) => r.Ground is { } ground ? Code(ground) : ""),
        ("destination", (r, _) => r.Destination ?? ""),
        ("release_event", (r, address) => r.EventSlug is null ? "" : address($"/releases/{r.EventSlug}")),
        ("tags", (r, _) => r.Tags ?? ""),
        ("confirmed_on", (r, _) => $"{r.Standing.ConfirmedOn}"),
        ("publication", (r, _) => Code(r.Publication)),
        ("fictional", (r, _) => r.IsFictional ? "yes" : "no"),
        ("updated_at", (r, _) => r.UpdatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
    ];

    /// <summary>One row for each person.</summary>
    /// <param name="prisoners">Who, in which order.</param>
    /// <param name="days">The days the list is the roster of; none for a list that is no roster.</param>
    /// <param name="isNow">Whether they include today.</param>
    public static IQueryable<ExportRow> Of(IQueryable<Prisoner> prisoners, NpgsqlRange<DateOnly> days, bool isNow) => prisoners.AsNoTracking().Select(p => new
    {
        Person = p,
        IsCertainlyHeld = (isNow && Standing.Held.Contains(p.Standing.Custody)) || p.HeldPeriods.Any(h => h.IsCertain && h.Days.Overlaps(days)),
        Release = p.Imprisonments.SelectMany(i => i.Releases)
            .Where(r => r.UndoneAt == null && r.ReleasedOn.Earliest == p.Standing.ReleasedOn!.Earliest)
            .OrderByDescending(r => r.ReleaseId)
            .Select(r => new { r.Ground, r.DestinationCountry, r.ReleaseEvent!.Slug })
            .FirstOrDefault(),
    }).Select(x => new ExportRow
    {
        Slug = x.Person.Slug,
        Name = x.Person.DisplayName,
        NameBe = x.Person.Names.Where(n => n.Kind == NameKind.Preferred && n.Language == Languages.Belarusian).Select(n => n.Full).FirstOrDefault(),
        NameRu = x.Person.Names.Where(n => n.Kind == NameKind.Preferred && n.Language == Languages.Russian).Select(n => n.Full).FirstOrDefault(),
        Gender = x.Person.Gender,
        BornOn = x.Person.BornOn,
        DiedOn = x.Person.DiedOn,
        Citizenships = x.Person.Citizenships,
        Occupation = x.Person.Occupation,
        Standing = x.Person.Standing,
        Articles = x.Person.Imprisonments.SelectMany(i => i.Charges)
            .GroupBy(c => 1)
            .Select(g => string.Join(", ", g.OrderBy(c => c.Article.Number).Select(c => c.Article.Number)))
            .FirstOrDefault(),
        Ground = x.Release!.Ground,
        Destination = x.Release.DestinationCountry,
        EventSlug = x.Release.Slug,
        Tags = x.Person.Tags.Where(t => t.Tag.ShownToReaders)
            .GroupBy(t => 1)
            .Select(g => string.Join(" ", g.OrderBy(t => t.Tag.Slug).Select(t => t.Tag.Slug)))
            .FirstOrDefault(),
        IsCertainlyHeld = x.IsCertainlyHeld,
        HidesBirth = x.Person.WithheldParts.Any(w => w.Part == PersonPart.BirthDate),
        HidesCitizenship = x.Person.WithheldParts.Any(w => w.Part == PersonPart.Citizenship),
        HidesDescription = x.Person.WithheldParts.Any(w => w.Part == PersonPart.Description),
        Publication = x.Person.Publication,
        IsFictional = x.Person.IsFictional,
        UpdatedAt = x.Person.UpdatedAt,
    });

    // "AtLiberty" → "at_liberty", as in the database and the addresses of filters.
    internal static string Code<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
