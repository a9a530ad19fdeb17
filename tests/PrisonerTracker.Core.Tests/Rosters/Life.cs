using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;

namespace PrisonerTracker.Core.Tests.Rosters;

/// <summary>
/// An imprisonment written in one line: <c>custody 2021-07-14 sentence:Imprisonment@2023-03-03 freed:Pardon@2025-12-13</c>;
/// <c>out@…</c> and <c>back@…</c> for a release that was undone, <c>?</c> for a date nobody knows.
/// </summary>
internal static class Life
{
    private static readonly DateTime Now = Register.Now.UtcDateTime;

    public static Imprisonment Imprisonment(string line)
    {
        var words = line.Split(' ');
        var imprisonment = Core.Imprisonments.Imprisonment.Create(Guid.NewGuid(), new ImprisonmentDetails
        {
            Country = "BY",
            Kind = words[0] switch
            {
                "house" => ImprisonmentKind.HouseArrest,
                "restricted" => ImprisonmentKind.RestrictionOfLiberty,
                "disappeared" => ImprisonmentKind.ForcedDisappearance,
                "absent" => ImprisonmentKind.InAbsentia,
                _ => ImprisonmentKind.Custody,
            },
            DetainedOn = Date(words[1]),
        }, Now);
        PartialDate? freed = null;
        foreach (var word in words.Skip(2))
        {
            var (what, on) = word.Split('@') is [var w, var date] ? (w, Date(date)) : (word, null);
            switch (what.Split(':'))
            {
                case ["sentence", var penalty]:
                    imprisonment.Add(Decision(imprisonment, penalty, on));
                    break;
                case ["charge", var status]:
                    var article = Core.Law.Article.Create(Guid.NewGuid(), "130", LocalizedText.Empty);
                    imprisonment.Add(Charge.Create(new ChargeDetails { Article = "130", Steps = [new(Enum.Parse<ChargeStatus>(status), on)] }, article));
                    break;
                case ["freed", var ground]:
                    imprisonment.Release(new ReleaseDetails { ReleasedOn = on!, Ground = Enum.Parse<ReleaseGround>(ground) }, Now);
                    break;
                case ["out"]:
                    freed = on;
                    break;
                case ["back"]:
                    imprisonment.Release(new ReleaseDetails { ReleasedOn = freed! }, Now);
                    imprisonment.UndoRelease(Valid.Undo(UndoKind.ReturnedToCustody) with { UndoneOn = on }, Now);
                    break;
                case ["mistake"]:
                    imprisonment.Release(new ReleaseDetails { ReleasedOn = on! }, Now);
                    imprisonment.UndoRelease(Valid.Undo(UndoKind.RecordedInError), Now);
                    break;
                default:
                    throw new ArgumentException(word, nameof(line));
            }
        }

        return imprisonment;
    }

    public static PartialDate? Date(string text) => text == "?" ? null : PartialDate.Parse(text);

    public static DateOnly Day(string text) => PartialDate.Parse(text).Earliest;

    private static Sentence Decision(Imprisonment imprisonment, string penalty, PartialDate? on) => Sentence.Create(
        penalty == nameof(DecisionOutcome.Overturned)
            ? new SentenceDetails { DecidedOn = on, Instance = Instance.Appeal, Outcome = DecisionOutcome.Overturned }
            : new SentenceDetails
            {
                DecidedOn = on,
                Instance = imprisonment.Sentences.Count > 0 ? Instance.Replacement : Instance.First,
                Penalty = Enum.Parse<Penalty>(penalty),
            },
        null,
        null);
}
