using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Sample.Synthetic;

/// <summary>Invents imprisonments: dates, charges, sentences, places and releases that fit each other.</summary>
internal sealed class SyntheticCase(SyntheticCatalogue catalogue, Dice dice, DateTime now)
{
    internal static readonly DateOnly LastDay = new(2025, 12, 31);
    private static readonly string[] Destinations = ["PL", "LT", "LT", "UA", "DE", "GE"];

    /// <summary>Tried without ever being held.</summary>
    public void InAbsentia(Prisoner prisoner)
    {
        var (imprisonment, justice) = Begin(prisoner, new ImprisonmentDetails { Country = "BY", Kind = ImprisonmentKind.InAbsentia, Citations = Cited() });
        var decided = new DateOnly(2022, 1, 1).AddDays(dice.Below(1400));
        Charge(imprisonment, justice, null, decided);
        Sentence(imprisonment, justice, decided, inAbsentia: true);
        prisoner.Touch(now);
    }

    /// <summary>A finished imprisonment.</summary>
    public void Held(Prisoner prisoner, DateOnly from, DateOnly until, bool isFirst)
    {
        var imprisonment = Fill(prisoner, from, until, isFirst, ImprisonmentKind.Custody, confirmed: null);
        Release(imprisonment, until, null);
        prisoner.Touch(now);
    }

    /// <summary>The latest imprisonment; not quite half of them have ended.</summary>
    public Release? Latest(Prisoner prisoner, DateOnly from, bool isFirst)
    {
        var kind = dice.Weighted(
            (ImprisonmentKind.Custody, 89), (ImprisonmentKind.HouseArrest, 5), (ImprisonmentKind.RestrictionOfLiberty, 5), (ImprisonmentKind.ForcedDisappearance, 1));
        var happened = catalogue.Events.Where(e => e.HappenedOn.Earliest > from.AddDays(40)).ToList();
        var inEvent = happened.Count > 0 && dice.Below(SyntheticCatalogue.PeoplePerEventRelease) == 0 ? dice.Of(happened) : null;
        var end = inEvent?.HappenedOn.Earliest ?? from.AddDays(dice.Between(20, Math.Max(21, LastDay.DayNumber - from.DayNumber)));
        if (inEvent is null && (end > LastDay || !dice.Percent(47)))
        {
            var confirmed = dice.Percent(60) ? from.AddDays(dice.Below(LastDay.DayNumber - from.DayNumber)) : (DateOnly?)null;
            Fill(prisoner, from, LastDay, isFirst, kind, confirmed);
            prisoner.Touch(now);
            return null;
        }

        var release = Release(Fill(prisoner, from, end, isFirst, kind, confirmed: null), end, inEvent);
        prisoner.Touch(now);
        return release;
    }

    private Imprisonment Fill(Prisoner prisoner, DateOnly from, DateOnly until, bool isFirst, ImprisonmentKind kind, DateOnly? confirmed)
    {
        var detainedOn = dice.Weighted(("day", 70), ("month", 22), ("year", 8)) switch
        {
            "year" when isFirst => PartialDate.OfYear(from.Year), // a later one must keep its place in the order
            "day" => PartialDate.OfDay(from),
            _ => PartialDate.OfMonth(from.Year, from.Month),
        };
        var (imprisonment, justice) = Begin(prisoner, new ImprisonmentDetails
        {
            Country = dice.Percent(93) ? "BY" : "RU",
            Kind = kind,
            DetainedOn = detainedOn,
            ConfirmedOn = confirmed is { } seen && seen >= detainedOn.Earliest ? PartialDate.OfMonth(seen.Year, seen.Month) : null,
            Citations = Cited(),
        });

        var decided = from.AddDays(dice.Between(60, 500));
        var isDecided = decided < until && dice.Percent(92);
        Charge(imprisonment, justice, from, isDecided ? decided : null);
        if (isDecided)
            Sentence(imprisonment, justice, decided, inAbsentia: false);
        if (kind == ImprisonmentKind.Custody)
            Place(imprisonment, justice, from, isDecided ? decided : null, until);
        return imprisonment;
    }

    private (Imprisonment Imprisonment, SyntheticJustice Justice) Begin(Prisoner prisoner, ImprisonmentDetails details) =>
        (prisoner.Imprison(details, now), details.Country == "RU" ? catalogue.Russia : catalogue.Belarus);

    private void Charge(Imprisonment imprisonment, SyntheticJustice justice, DateOnly? laid, DateOnly? decided)
    {
        var articles = Enumerable.Range(0, dice.Weighted((1, 55), (2, 32), (3, 13))).Select(_ => dice.Of(justice.Articles)).DistinctBy(a => a.ArticleId);
        var isFirst = true;
        foreach (var article in articles)
        {
            var steps = new List<ChargeStepDetails> { new(ChargeStatus.Laid, laid is { } day ? PartialDate.OfDay(day) : null) };
            if (decided is { } end)
                steps.Add(new(isFirst || dice.Percent(85) ? ChargeStatus.Convicted : ChargeStatus.Dropped, PartialDate.OfDay(end)));
            imprisonment.Add(Imprisonments.Charge.Create(new ChargeDetails { Article = article.Number, Steps = steps, Citations = Sometimes(40) }, article));
            isFirst = false;
        }
    }

    private void Sentence(Imprisonment imprisonment, SyntheticJustice justice, DateOnly decided, bool inAbsentia)
    {
        var penalty = imprisonment.Kind switch
        {
            ImprisonmentKind.HouseArrest => Penalty.RestrictionOfLibertyAtHome,
            ImprisonmentKind.RestrictionOfLiberty => Penalty.RestrictionOfLibertyInFacility,
            _ => dice.Weighted((Penalty.Imprisonment, 93), (Penalty.LifeImprisonment, 1), (Penalty.Arrest, 6)),
        };
        var fine = dice.Percent(12) ? dice.Between(10, 400) * 100 : (int?)null;
        var imposed = new SentenceDetails
        {
            DecidedOn = PartialDate.OfDay(decided),
            Penalty = penalty,
            Regime = penalty == Penalty.Imprisonment ? dice.Weighted((Regime.General, 60), (Regime.Reinforced, 32), (Regime.Strict, 8)) : null,
            Term = penalty switch
            {
                Penalty.LifeImprisonment => null,
                Penalty.Arrest => Term.Of(0, dice.Between(1, 6)),
                _ => Term.Of(dice.Between(1, 14), dice.Percent(40) ? 6 : 0),
            },
            FineAmount = fine,
            FineCurrency = fine is null ? null : justice.Country == "RU" ? "RUB" : "BYN",
            InAbsentia = inAbsentia,
            Citations = Sometimes(60),
        };
        imprisonment.Add(Imprisonments.Sentence.Create(imposed, dice.Of(justice.Courts), null));
        if (dice.Percent(20) && decided.AddDays(120) is var appealed && appealed <= LastDay)
        {
            imprisonment.Add(Imprisonments.Sentence.Create(
                new SentenceDetails { DecidedOn = PartialDate.OfMonth(appealed.Year, appealed.Month), Instance = Instance.Appeal, Outcome = DecisionOutcome.Upheld },
                dice.Of(justice.Courts),
                null));
        }
    }

    private void Place(Imprisonment imprisonment, SyntheticJustice justice, DateOnly from, DateOnly? moved, DateOnly until)
    {
        if (dice.Percent(70))
        {
            var left = moved ?? (until < LastDay ? until : null);
            Stay(dice.Of(justice.RemandPrisons), from, left, null);
        }

        if (moved is { } arrived && dice.Percent(80))
            Stay(dice.Of(justice.Colonies), arrived, until < LastDay && until > arrived ? until : null, imprisonment.Sentences[0].Regime);

        void Stay(Facility facility, DateOnly arrived, DateOnly? left, Regime? regime) =>
            imprisonment.Add(Placement.Create(
                new PlacementDetails
                {
                    FromOn = PartialDate.OfMonth(arrived.Year, arrived.Month),
                    UntilOn = left is { } day ? PartialDate.OfMonth(day.Year, day.Month) : null,
                    Regime = regime,
                    InIsolation = dice.Percent(5),
                    Incommunicado = dice.Percent(3),
                    Citations = Sometimes(25),
                },
                facility));
    }

    private Release Release(Imprisonment imprisonment, DateOnly on, SyntheticEvent? inEvent) =>
        imprisonment.Release(
            new ReleaseDetails
            {
                ReleasedOn = inEvent?.HappenedOn ?? (dice.Percent(80) ? PartialDate.OfDay(on) : PartialDate.OfMonth(on.Year, on.Month)),
                Ground = inEvent?.Ground ?? dice.Weighted(
                    (ReleaseGround.TermServed, 52), (ReleaseGround.Pardon, 14), (ReleaseGround.EarlyRelease, 8), (ReleaseGround.ConditionalRelease, 6),
                    (ReleaseGround.ReplacedPenalty, 7), (ReleaseGround.CaseClosed, 4), (ReleaseGround.Died, 1), (ReleaseGround.NotStated, 8)),
                ReleaseEventId = inEvent?.ReleaseEventId,
                DestinationCountry = dice.Percent(inEvent is null ? 5 : 40) ? dice.Of(Destinations) : null,
                Citations = Cited(),
            },
            now);

    private List<CitationDetails> Cited()
    {
        var cited = new List<CitationDetails> { new(dice.Of(catalogue.Sources), dice.Percent(15) ? $"page {dice.Between(1, 40)}" : null) };
        if (dice.Percent(25))
            cited.Add(new(dice.Of(catalogue.Sources)));
        return cited;
    }

    private List<CitationDetails> Sometimes(int chance) => dice.Percent(chance) ? [new(dice.Of(catalogue.Sources))] : [];
}
