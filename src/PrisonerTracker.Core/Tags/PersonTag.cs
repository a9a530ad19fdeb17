using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Tags;

/// <summary>That a person carries a tag: a fact with sources of its own, once for each tag.</summary>
public sealed class PersonTag : PersonFact
{
    private PersonTag()
    {
    }

    public Guid PersonTagId { get; private set; } = Guid.CreateVersion7();
    public Guid TagId { get; private set; }
    public Tag Tag { get; private set; } = null!;

    internal static PersonTag Empty() => new();

    internal void Carry(Guid tagId) => TagId = tagId;
}

public sealed record PersonTagDetails : PersonFactDetails<PersonTag>
{
    public required Guid TagId { get; init; }

    internal override async Task PrepareAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        // Loaded, so that the history can name it.
        if (await context.FindAsync<Tag>([TagId], cancellationToken) is null)
            throw new RuleException("Tag", "This tag is not in the register. Choose one from the list.");
    }

    private protected override PersonTag New() => PersonTag.Empty();

    private protected override void Describe(PersonTag fact, DateOnly today) => fact.Carry(TagId);
}
