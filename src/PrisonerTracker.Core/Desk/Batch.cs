using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Desk;

public enum ListStatus
{
    /// <summary>Being decided, by whoever has time.</summary>
    Draft,

    /// <summary>Decided; somebody else has to check and apply it.</summary>
    AwaitingApproval,

    /// <summary>Recorded. What was refused may still wait.</summary>
    Applied,

    /// <summary>Recorded, and taken back whole.</summary>
    Undone,
}

/// <summary>
/// Something about many people that is prepared by whoever has time, perhaps approved by a second person, recorded in one go and taken back
/// whole: a published list, a bulk action.
/// </summary>
public abstract class Batch : Fact
{
    public ListStatus Status { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public string CreatedBy { get; private set; } = "";

    /// <summary>Who prepared it and asked for a second person.</summary>
    public string? SentBy { get; private set; }

    public DateTime? SentAt { get; private set; }
    public string? AppliedBy { get; private set; }
    public DateTime? AppliedAt { get; private set; }
    public string? UndoneBy { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public string? UndoneBecause { get; private set; }

    /// <summary>Counts the changes of it as a whole.</summary>
    public int Version { get; private protected set; }

    /// <summary>Whether it can still be prepared.</summary>
    public bool IsOpen => Status is ListStatus.Draft or ListStatus.Applied;

    private protected void Begin(Actor by, DateTime now) => (CreatedAt, CreatedBy, Version) = (now, by.Name, 1);

    internal void SendForApproval(Actor by, DateTime now)
    {
        if (!IsOpen)
            throw new RuleException("", "Only what is being decided can be sent for approval.");
        (Status, SentBy, SentAt) = (ListStatus.AwaitingApproval, by.Name, now);
        Version++;
    }

    internal void TakeBack()
    {
        if (Status != ListStatus.AwaitingApproval)
            throw new RuleException("", "This does not wait for approval any more.");
        (Status, SentBy, SentAt) = (AppliedAt is null ? ListStatus.Draft : ListStatus.Applied, null, null);
        Version++;
    }

    internal void Apply(Actor by, DateTime now)
    {
        (Status, AppliedBy, AppliedAt) = (ListStatus.Applied, by.Name, now);
        Version++;
    }

    internal void Undo(Actor by, string because, DateTime now)
    {
        (Status, UndoneBy, UndoneAt, UndoneBecause) = (ListStatus.Undone, by.Name, now, because);
        Version++;
    }

    /// <summary>Decides it anew after it was undone.</summary>
    internal void Reopen()
    {
        if (Status != ListStatus.Undone)
            throw new RuleException("", "Only what was undone can be opened again.");
        (Status, SentBy, SentAt, AppliedBy, AppliedAt) = (ListStatus.Draft, null, null, null, null);
        Version++;
    }

    /// <summary>Refuses that one person alone records something about many.</summary>
    /// <param name="rule">How many are many.</param>
    /// <param name="people">Of how many people something is recorded, so far and now.</param>
    /// <param name="actor">Who is about to record it.</param>
    internal void CheckApproval(ApprovalRule rule, int people, Actor actor)
    {
        if (people <= rule.Above)
            return;
        if (Status != ListStatus.AwaitingApproval)
            throw new RuleException("", $"This records {people} people. Above {rule.Above}, a second person checks and applies it: send it for approval.");
        if (SentBy == actor.Name)
            throw new RuleException("", $"You prepared this, and it records {people} people. Above {rule.Above}, somebody else has to check and apply it.");
    }
}

/// <summary>From how many people on a list, or a bulk action, needs a second person.</summary>
public sealed record ApprovalRule(int Above = 20);
