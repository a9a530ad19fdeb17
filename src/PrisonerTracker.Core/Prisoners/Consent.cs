using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>What those concerned said to being in the register.</summary>
public enum Consent
{
    NotAsked,
    Pending,
    Given,
    Refused,
    Withdrawn,
}

/// <summary>A part of a record that can be withheld from readers while the rest is public.</summary>
public enum PersonPart
{
    BirthDate,
    Citizenship,

    /// <summary>Summary and occupation.</summary>
    Description,
    Quotations,

    /// <summary>Where to write.</summary>
    LetterAddresses,

    /// <summary>The facilities the person was held in.</summary>
    Placements,

    /// <summary>The photo, with its credit.</summary>
    Photo,

    /// <summary>When and where a court sits.</summary>
    Hearings,
}

/// <summary>A part of one record that only editors see.</summary>
public sealed class WithheldPart
{
    private WithheldPart()
    {
    }

    internal WithheldPart(PersonPart part) => Part = part;

    public Guid WithheldPartId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }
    public PersonPart Part { get; private set; }
}

/// <summary>What an editor enters about consent, and what follows from it.</summary>
public sealed record ConsentDetails
{
    public Consent Consent { get; init; }

    /// <summary>Who said so, in words: the person, a sister, a lawyer.</summary>
    public string? By { get; init; }

    public PartialDate? On { get; init; }
    public IReadOnlyCollection<PersonPart> WithheldParts { get; init; } = [];

    /// <summary>Nobody but signed-in people sees the record at all.</summary>
    public bool IsWithheld { get; init; }
}

internal sealed class WithheldPartMapping : IEntityTypeConfiguration<WithheldPart>
{
    public void Configure(EntityTypeBuilder<WithheldPart> builder)
    {
        builder.ToTable("withheld_parts");
        builder.HasIndex(w => w.PrisonerId);
    }
}
