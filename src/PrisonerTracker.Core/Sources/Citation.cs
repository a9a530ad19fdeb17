namespace PrisonerTracker.Core.Sources;

/// <summary>A fact's link to the source that says it. Exactly one of the fact keys is set; the database refuses anything else.</summary>
public sealed class Citation
{
    public const int LocatorLength = 200;
    public const int FieldLength = 60;

    private Citation()
    {
    }

    internal Citation(Guid sourceId, string? locator, string? field)
    {
        SourceId = sourceId;
        Locator = locator;
        Field = field;
    }

    public Guid CitationId { get; private set; } = Guid.CreateVersion7();
    public Guid SourceId { get; private set; }
    public Source Source { get; private set; } = null!;

    /// <summary>The place in the source: a page, a paragraph, a minute.</summary>
    public string? Locator { get; private set; }

    /// <summary>Which property of the fact it bears out, such as <c>BornOn</c>; null for the fact as a whole.</summary>
    public string? Field { get; private set; }

    public Guid? PrisonerId { get; private set; }
    public Guid? PersonNameId { get; private set; }
    public Guid? HonourId { get; private set; }
    public Guid? QuotationId { get; private set; }
    public Guid? DesignationId { get; private set; }
    public Guid? LetterAddressId { get; private set; }
    public Guid? RiskFactorId { get; private set; }
    public Guid? StateListingId { get; private set; }
    public Guid? ClaimId { get; private set; }
    public Guid? ImprisonmentId { get; private set; }
    public Guid? ChargeId { get; private set; }
    public Guid? SentenceId { get; private set; }
    public Guid? PlacementId { get; private set; }
    public Guid? HearingId { get; private set; }
    public Guid? ReleaseId { get; private set; }
    public Guid? ReleaseEventId { get; private set; }
    public Guid? ConcessionId { get; private set; }
    public Guid? PartyId { get; private set; }
    public Guid? NamedPersonId { get; private set; }
    public Guid? ReportedCountId { get; private set; }
    public Guid? LegalCodeId { get; private set; }
    public Guid? ArticleId { get; private set; }
    public Guid? FacilityId { get; private set; }
    public Guid? CourtId { get; private set; }
    public Guid? JudgeId { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Guid? ReleaseListId { get; private set; }
    public Guid? TagId { get; private set; }
    public Guid? PersonTagId { get; private set; }
    public Guid? BulkActionId { get; private set; }
}

/// <summary>A fact that carries citations.</summary>
public abstract class Fact
{
    private readonly List<Citation> _citations = [];

    public IReadOnlyCollection<Citation> Citations => _citations;

    /// <summary>Makes the citations the only ones of one field; those of the whole fact and of other fields stay.</summary>
    /// <returns>The ones that went.</returns>
    internal IReadOnlyList<CitationDetails> CiteOnly(string field, IEnumerable<CitationDetails> citations)
    {
        IReadOnlyList<CitationDetails> gone = [.. _citations.Where(c => c.Field == field).Select(c => new CitationDetails(c.SourceId, c.Locator))];
        _citations.RemoveAll(c => c.Field == field);
        Cite(citations.Select(c => c with { Field = field }));
        return gone;
    }

    internal void Cite(IEnumerable<CitationDetails> citations)
    {
        foreach (var c in citations.OrderByDescending(c => c.IsTakenAway))
        {
            var (locator, field) = (Shared.Blank.ToNull(c.Locator), Shared.Blank.ToNull(c.Field));
            var same = _citations.Find(x => x.SourceId == c.SourceId && x.Field == field && x.Locator == locator);
            if (c.IsTakenAway && same is not null)
                _citations.Remove(same);
            else if (!c.IsTakenAway && same is null)
                _citations.Add(new Citation(c.SourceId, locator, field));
        }
    }
}

/// <summary>A citation as an editor enters it.</summary>
/// <param name="SourceId">An existing source.</param>
/// <param name="Locator">The place in the source.</param>
/// <param name="Field">The property of the fact it bears out; null for the whole fact.</param>
public sealed record CitationDetails(Guid SourceId, string? Locator = null, string? Field = null)
{
    /// <summary>The fact no longer cites it. Load the fact's citations before it is changed.</summary>
    public bool IsTakenAway { get; init; }
}
