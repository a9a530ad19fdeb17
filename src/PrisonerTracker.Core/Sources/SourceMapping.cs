using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Core.Sources;

internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.Property(s => s.Slug).HasMaxLength(Source.SlugLength);
        builder.Property(s => s.Title).HasMaxLength(Source.TextLength);
        builder.Property(s => s.Publisher).HasMaxLength(Source.TextLength);
        builder.Property(s => s.Author).HasMaxLength(Source.TextLength);
        builder.Property(s => s.Address).HasMaxLength(Source.AddressLength);
        builder.Property(s => s.ArchivedAddress).HasMaxLength(Source.AddressLength);
        builder.Property(s => s.Language).HasMaxLength(Languages.MaxLength);
        builder.ComplexProperty(s => s.PublishedOn);
        builder.HasIndex(s => s.Slug).IsUnique();
    }
}

internal sealed class CitationMapping : IEntityTypeConfiguration<Citation>
{
    private readonly List<string> _arcs = [];

    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.Property(c => c.Locator).HasMaxLength(Citation.LocatorLength);
        builder.Property(c => c.Field).HasMaxLength(Citation.FieldLength);
        builder.HasOne(c => c.Source).WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Restrict);

        Arc<Prisoner>(builder, c => c.PrisonerId, nameof(Citation.PrisonerId));
        Arc<PersonName>(builder, c => c.PersonNameId, nameof(Citation.PersonNameId));
        Arc<Honour>(builder, c => c.HonourId, nameof(Citation.HonourId));
        Arc<Quotation>(builder, c => c.QuotationId, nameof(Citation.QuotationId));
        Arc<Designation>(builder, c => c.DesignationId, nameof(Citation.DesignationId));
        Arc<LetterAddress>(builder, c => c.LetterAddressId, nameof(Citation.LetterAddressId));
        Arc<RiskFactor>(builder, c => c.RiskFactorId, nameof(Citation.RiskFactorId));
        Arc<StateListing>(builder, c => c.StateListingId, nameof(Citation.StateListingId));
        Arc<Claim>(builder, c => c.ClaimId, nameof(Citation.ClaimId));
        Arc<Imprisonment>(builder, c => c.ImprisonmentId, nameof(Citation.ImprisonmentId));
        Arc<Charge>(builder, c => c.ChargeId, nameof(Citation.ChargeId));
        Arc<Sentence>(builder, c => c.SentenceId, nameof(Citation.SentenceId));
        Arc<Placement>(builder, c => c.PlacementId, nameof(Citation.PlacementId));
        Arc<Hearing>(builder, c => c.HearingId, nameof(Citation.HearingId));
        Arc<Release>(builder, c => c.ReleaseId, nameof(Citation.ReleaseId));
        Arc<ReleaseEvent>(builder, c => c.ReleaseEventId, nameof(Citation.ReleaseEventId));
        Arc<Concession>(builder, c => c.ConcessionId, nameof(Citation.ConcessionId));
        Arc<Party>(builder, c => c.PartyId, nameof(Citation.PartyId));
        Arc<NamedPerson>(builder, c => c.NamedPersonId, nameof(Citation.NamedPersonId));
        Arc<ReportedCount>(builder, c => c.ReportedCountId, nameof(Citation.ReportedCountId));
        Arc<LegalCode>(builder, c => c.LegalCodeId, nameof(Citation.LegalCodeId));
        Arc<Article>(builder, c => c.ArticleId, nameof(Citation.ArticleId));
        Arc<Facility>(builder, c => c.FacilityId, nameof(Citation.FacilityId));
        Arc<Court>(builder, c => c.CourtId, nameof(Citation.CourtId));
        Arc<Judge>(builder, c => c.JudgeId, nameof(Citation.JudgeId));
        Arc<Organisation>(builder, c => c.OrganisationId, nameof(Citation.OrganisationId));
        Arc<ReleaseList>(builder, c => c.ReleaseListId, nameof(Citation.ReleaseListId));
        Arc<Tag>(builder, c => c.TagId, nameof(Citation.TagId));
        Arc<PersonTag>(builder, c => c.PersonTagId, nameof(Citation.PersonTagId));
        Arc<BulkAction>(builder, c => c.BulkActionId, nameof(Citation.BulkActionId));

        // A citation belongs to exactly one fact: an exclusive arc of real foreign keys.
        builder.ToTable(t => t.HasCheckConstraint("ck_citations_one_fact", $"num_nonnulls({string.Join(", ", _arcs)}) = 1"));
    }

    private void Arc<TFact>(EntityTypeBuilder<Citation> builder, Expression<Func<Citation, object?>> key, string property)
        where TFact : Fact
    {
        builder.HasOne<TFact>().WithMany(f => f.Citations).HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
        var column = Data.SnakeCase.Of(property);
        builder.HasIndex(key).HasFilter($"{column} IS NOT NULL");
        _arcs.Add(column);
    }
}

internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.Property(c => c.Value).HasMaxLength(Claim.ValueLength);
        builder.HasOne<Imprisonment>().WithMany().HasForeignKey(c => c.ImprisonmentId);
        builder.Property(c => c.Version).IsConcurrencyToken();

        // ex_claims_preferred, which EF Core cannot express, keeps one preferred per subject and topic: deferred, so that two may change places.
        builder.HasIndex(c => c.PrisonerId);
        builder.HasIndex(c => c.ReleaseEventId);
        builder.ToTable(t => t.HasCheckConstraint("ck_claims_subject", "num_nonnulls(prisoner_id, release_event_id) = 1"));
    }
}
