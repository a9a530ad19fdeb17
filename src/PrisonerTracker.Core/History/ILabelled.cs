namespace PrisonerTracker.Core.History;

/// <summary>Something that facts refer to, with the few words by which history names it.</summary>
public interface ILabelled
{
    string Label { get; }
}
