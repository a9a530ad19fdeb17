using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Law;

/// <summary>An entry of a catalogue that cases refer to. Without a citation it is shown as unverified.</summary>
public abstract class CatalogueEntry : Fact, ILabelled
{
    /// <summary>
    /// Entered in the catalogue itself, or somebody published is connected with it; the database sets it then (<c>publish_catalogue</c>,
    /// <c>publish_cited</c>). One that only drafts name is shown to signed-in people alone.
    /// </summary>
    public bool IsPublic { get; private protected set; }

    /// <summary>Counts the changes of the entry; the posted one must match.</summary>
    public int Version { get; private protected set; }

    public abstract string Label { get; }
}
