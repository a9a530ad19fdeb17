using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Core.Users;

namespace PrisonerTracker.Core.Data;

/// <summary>
/// The register's database. Closed by default: what is not published does not exist for it unless
/// <see cref="ShowUnpublished"/> was set for a signed-in person or a service that writes.
/// </summary>
public sealed class RegisterContext(DbContextOptions<RegisterContext> options) : IdentityUserContext<User, Guid>(options)
{
    public bool ShowUnpublished { get; set; }

    /// <summary>Facts that only editors may see, such as somebody's health, exist as well. Set for editors and for services that write.</summary>
    public bool ShowWithheld { get; set; }

    public DbSet<Prisoner> Prisoners => Set<Prisoner>();
    public DbSet<PersonName> PersonNames => Set<PersonName>();
    public DbSet<Honour> Honours => Set<Honour>();
    public DbSet<Quotation> Quotations => Set<Quotation>();
    public DbSet<LetterAddress> LetterAddresses => Set<LetterAddress>();
    public DbSet<RiskFactor> RiskFactors => Set<RiskFactor>();
    public DbSet<StateListing> StateListings => Set<StateListing>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<PersonTag> PersonTags => Set<PersonTag>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<WithheldPart> WithheldParts => Set<WithheldPart>();
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<PhotoFile> PhotoFiles => Set<PhotoFile>();
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();
    public DbSet<Merge> Merges => Set<Merge>();
    public DbSet<LookAlikePair> LookAlikes => Set<LookAlikePair>();
    public DbSet<DistinctPair> DistinctPairs => Set<DistinctPair>();
    public DbSet<Imprisonment> Imprisonments => Set<Imprisonment>();
    public DbSet<Charge> Charges => Set<Charge>();
    public DbSet<Sentence> Sentences => Set<Sentence>();
    public DbSet<Placement> Placements => Set<Placement>();
    public DbSet<Hearing> Hearings => Set<Hearing>();
    public DbSet<Facility> Facilities => Set<Facility>();
    public DbSet<LegalCode> LegalCodes => Set<LegalCode>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<Court> Courts => Set<Court>();
    public DbSet<Judge> Judges => Set<Judge>();
    public DbSet<Release> Releases => Set<Release>();
    public DbSet<ReleaseEvent> ReleaseEvents => Set<ReleaseEvent>();
    public DbSet<NamedPerson> NamedPeople => Set<NamedPerson>();
    public DbSet<ReleaseList> ReleaseLists => Set<ReleaseList>();
    public DbSet<ListLine> ListLines => Set<ListLine>();
    public DbSet<BulkAction> BulkActions => Set<BulkAction>();
    public DbSet<BulkPerson> BulkPeople => Set<BulkPerson>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Designation> Designations => Set<Designation>();
    public DbSet<ReportedCount> ReportedCounts => Set<ReportedCount>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Citation> Citations => Set<Citation>();
    public DbSet<HeldPeriod> HeldPeriods => Set<HeldPeriod>();
    public DbSet<CreditRule> CreditRules => Set<CreditRule>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(RegisterContext).Assembly);
        builder.HasPostgresExtension("pg_trgm").HasPostgresExtension("btree_gist");
        builder.AddFunctions();

        // A merged record is a draft (ck_prisoners_merged), so that readers' statements need no second condition and read the index alone.
        builder.Entity<Prisoner>().HasQueryFilter(p => (ShowUnpublished && p.MergedIntoId == null) || p.Publication == Publication.Published);
        builder.Entity<ReleaseEvent>().HasQueryFilter(e => ShowUnpublished || e.Publication == Publication.Published);
        builder.Entity<RiskFactor>().HasQueryFilter(r => ShowWithheld || r.Visibility == Visibility.Public);
        builder.Entity<Quotation>().HasQueryFilter(q => ShowWithheld || !WithheldParts.Any(w => w.Part == PersonPart.Quotations && w.PrisonerId == q.PrisonerId));
        builder.Entity<LetterAddress>().HasQueryFilter(a => ShowWithheld || !WithheldParts.Any(w => w.Part == PersonPart.LetterAddresses && w.PrisonerId == a.PrisonerId));
        builder.Entity<Photo>().HasQueryFilter(p => ShowWithheld || !WithheldParts.Any(w => w.Part == PersonPart.Photo && w.PrisonerId == p.PrisonerId));
        builder.Entity<Claim>().HasQueryFilter(c =>
            ShowWithheld || c.Topic != ClaimTopic.BirthDate || !WithheldParts.Any(w => w.Part == PersonPart.BirthDate && w.PrisonerId == c.PrisonerId));

        // Not by a condition on each: the few imprisonments that hide theirs are looked up once a statement.
        builder.Entity<Placement>().HasQueryFilter(x => ShowWithheld || !WithheldParts
            .Where(w => w.Part == PersonPart.Placements)
            .Join(Imprisonments, w => w.PrisonerId, i => i.PrisonerId, (w, i) => i.ImprisonmentId)
            .Contains(x.ImprisonmentId));
        builder.Entity<Hearing>().HasQueryFilter(x => ShowWithheld || !WithheldParts
            .Where(w => w.Part == PersonPart.Hearings)
            .Join(Imprisonments, w => w.PrisonerId, i => i.PrisonerId, (w, i) => i.ImprisonmentId)
            .Contains(x.ImprisonmentId));
        builder.Entity<Tag>().HasQueryFilter(t => ShowUnpublished || t.ShownToReaders);
        builder.Entity<PersonTag>().HasQueryFilter(t => ShowUnpublished || t.Tag.ShownToReaders);
        builder.Entity<Source>().HasQueryFilter(s => ShowUnpublished || (s.IsPublic && !s.IsConfidential));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Phrase>().HaveConversion<PhraseConverter, PhraseComparer>().HaveColumnType("jsonb");
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>().HaveColumnType("jsonb");
        configurationBuilder.Conventions.Add(_ => new ClientGeneratedKeyConvention());
        configurationBuilder.Conventions.Add(_ => new EnumAsTextConvention());
        configurationBuilder.Conventions.Add(_ => new PartialDateConvention());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }
}
