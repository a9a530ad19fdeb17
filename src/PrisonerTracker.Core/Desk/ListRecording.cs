using System.Buffers;
using System.Globalization;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Desk;

/// <summary>Does what the plan says of a line, on the records as they are loaded.</summary>
internal sealed class ListRecording(
    ReleaseList list, ReleaseEvent about, IReadOnlyDictionary<Guid, Prisoner> people, IReadOnlyDictionary<int, string> slugs, DateTime now)
{
    private static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("їЇєЄґҐ");
    private static readonly SearchValues<char> BelarusianLetters = SearchValues.Create("ўЎіІ");

    /// <summary>Records one line. Returns the person it adds, if any.</summary>
    public IEnumerable<Prisoner> Record(PlannedLine planned)
    {
        var line = planned.Line;
        var citations = Citations(list, line);
        var added = planned.Step == LineStep.Add ? Add(planned, citations) : null;
        var prisoner = added ?? (line.Decision == LineDecision.Matched ? people[line.PrisonerId!.Value] : null);
        var former = about.Named.FirstOrDefault(n => prisoner is not null ? n.PrisonerId == prisoner.PrisonerId : IsSame(n, line))?.AsItIs();
        var release = added is not null
            ? added.Imprisonments.Select(i => i.CurrentRelease).SingleOrDefault()
            : planned.Step == LineStep.Release ? Release(prisoner!, planned, citations) : null;

        var named = prisoner is not null
            ? about.Name(prisoner.PrisonerId, line.WrittenName ?? prisoner.DisplayName, release, now)
            : about.NameOnly(line.WrittenName!, now);
        if (planned.Step != LineStep.Confirm && release is null)
            named.Tell(line.Told, line.DestinationCountry, ForcedOut(line));
        named.Regard(line.NotDesignated, line.Note);
        named.Cite(citations);
        line.Applied(now, prisoner?.PrisonerId ?? Guid.Empty, release?.ReleaseId, named.NamedPersonId, former, added is not null);
        return added is null ? [] : [added];
    }

    /// <summary>The list's sources, at the line.</summary>
    internal static IReadOnlyList<CitationDetails> Citations(ReleaseList list, ListLine line)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {line.LineNumber}");
        return [.. list.Citations.Select(c => new CitationDetails(c.SourceId, Cut(c.Locator is null ? place : $"{c.Locator}, {place}")))];
    }

    internal static bool IsSame(NamedPerson named, ListLine line) =>
        named.PrisonerId is null && string.Equals(named.WrittenName, line.WrittenName, StringComparison.OrdinalIgnoreCase);

    private Release Release(Prisoner prisoner, PlannedLine planned, IReadOnlyList<CitationDetails> citations)
    {
        var release = prisoner.Imprisonments.Single(i => i.IsOpen).Release(Details(planned, citations), now);
        prisoner.Touch(now);
        return release;
    }

    // The draft says what the line says, and cites it to the letter.
    private Prisoner Add(PlannedLine planned, IReadOnlyList<CitationDetails> citations)
    {
        var line = planned.Line;
        IReadOnlyList<CitationDetails> toTheLetter = [.. citations.Select(c => c with { Locator = Cut($"{c.Locator}: {line.Original}") })];
        var details = new PrisonerDetails
        {
            Names = [new NameDetails { Full = line.WrittenName!, Language = LanguageOf(line.WrittenName!), Citations = toTheLetter }],
            BornOn = BornOn(line),
            IsFictional = about.IsFictional,
            Citations = toTheLetter,
        };
        var prisoner = Prisoner.Create(details, slugs[line.Ordinal], now);
        if (line.IsFreed)
            prisoner.Imprison(new ImprisonmentDetails { Country = about.Country, Release = Details(planned, citations), Citations = citations }, now);
        return prisoner;
    }

    private ReleaseDetails Details(PlannedLine planned, IReadOnlyList<CitationDetails> citations) => new()
    {
        ReleasedOn = planned.ReleasedOn,
        Ground = about.Kind switch
        {
            ReleaseEventKind.Amnesty => ReleaseGround.Amnesty,
            ReleaseEventKind.Pardon => ReleaseGround.Pardon,
            ReleaseEventKind.Exchange => ReleaseGround.Exchange,
            ReleaseEventKind.Negotiated => ReleaseGround.NegotiatedRelease,
            _ => ReleaseGround.NotStated,
        },
        ReleaseEventId = about.ReleaseEventId,
        DestinationCountry = planned.Line.DestinationCountry,
        ForcedOut = ForcedOut(planned.Line),
        Note = LocalizedText.English(planned.Line.Note),
        Citations = citations,
    };

    private static bool? ForcedOut(ListLine line) => line.Outcome == LineOutcome.FreedAndForcedOut ? true : null;

    // An age leaves two years open; one of them, said to be approximate, allows for the other.
    private static PartialDate? BornOn(ListLine line) => line switch
    {
        { BornOn: { } day } when day.Year >= PartialDate.FirstYear => PartialDate.OfDay(day),
        { BornFrom: { } from, BornTo: { } to } => PartialDate.OfYear(to, approximate: from != to),
        _ => null,
    };

    private static string LanguageOf(string name) => Iso15924.Of(name) switch
    {
        "Cyrl" when name.AsSpan().ContainsAny(UkrainianLetters) => "uk",
        "Cyrl" when name.AsSpan().ContainsAny(BelarusianLetters) => Languages.Belarusian,
        "Cyrl" => Languages.Russian,
        "Arab" => "fa",
        "Hani" => "zh",
        "Mymr" => "my",
        "Geor" => "ka",
        _ => Languages.English,
    };

    private static string Cut(string text) => text.Length <= Citation.LocatorLength ? text : text[..Citation.LocatorLength];
}
