using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using Xunit;

namespace PrisonerTracker.Testing;

/// <summary>The migrated template of this test process; the assembly fixture of every test project with a database.</summary>
public sealed class RegisterDatabases : IAsyncLifetime
{
    private readonly TestDatabases _databases = new(owner => DatabaseMigrator.MigrateAsync(owner));

    public ValueTask InitializeAsync() => _databases.InitializeAsync();

    public Task<TestDatabase> CreateAsync() => _databases.CreateAsync();

    public ValueTask DisposeAsync() => _databases.DisposeAsync();
}

/// <summary>
/// A register of its own for one test class: a copy of the migrated database, used in the application's role, and the services an
/// editor uses. Holds one published person that no test is about.
/// </summary>
public sealed class Register(RegisterDatabases databases) : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private TestDatabase? _database;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The register is not started.");

    public TestClock Clock { get; } = new(Now);

    /// <summary>Where a test that needs an empty register gets one.</summary>
    public RegisterDatabases Databases => databases;

    public async ValueTask InitializeAsync()
    {
        _database = await databases.CreateAsync();
        await using var work = Work();
        await work.PrisonerAsync(Valid.Prisoner("Other Person"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>A unit of work as one request has it: a context of its own, with drafts shown.</summary>
    public Work Work() => new(new RegisterContext(RegisterDatabase.Options(RegisterDatabase.ForApplication(Database.AppConnectionString)))
    {
        ShowUnpublished = true,
        ShowWithheld = true,
    }, Clock);
}

/// <summary>The services of one unit of work.</summary>
public sealed class Work(RegisterContext context, TimeProvider clock) : IAsyncDisposable
{
    private readonly RegisterWriter _writer = new(context, clock);

    public RegisterContext Context => context;
    public PrisonerService Prisoners => new(context, _writer);
    public ImprisonmentService Imprisonments => new(context, _writer);
    public CatalogueService Catalogue => new(context, _writer);
    public StartCatalogue StartCatalogue => new(context, _writer);
    public ChargeService Charges => new(context, _writer);
    public SentenceService Sentences => new(context, _writer);
    public PlacementService Placements => new(context, _writer);
    public HearingService Hearings => new(context, _writer);
    public ReleaseService Releases => new(context, _writer);
    public MergeService Merges => new(context, _writer);
    public DistinctService Distinct => new(context, _writer);
    public DuplicateFinder Duplicates => new(context, clock);
    public ReleaseEventService ReleaseEvents => new(context, _writer);
    public ReleaseListService Lists => new(context, _writer);
    public ListMatching ListMatching => new(context, clock);
    public ListRecorder ListRecorder => Recorder();
    public BulkService Bulk => new(context, _writer);
    public TagService Tags => new(context, _writer);
    public SourceService Sources => new(context, _writer);
    public OrganisationService Organisations => new(context, _writer);
    public ClaimService Claims => new(context, _writer);
    public PhotoService Photos => new(context, _writer);
    public PersonFactService Facts => new(context, _writer);
    public HistoryVerifier History => new(context);

    public ListRecorder Recorder(int approvalAbove = 20) => new(context, _writer, new ApprovalRule(approvalAbove));

    public BulkRecorder BulkRecorder(int approvalAbove = 20) => new(context, _writer, new ApprovalRule(approvalAbove));

    /// <summary>Adds a person, published, and returns the id.</summary>
    public async Task<Guid> PrisonerAsync(PrisonerDetails details)
    {
        var added = await Prisoners.AddAsync(details, Valid.Submission());
        await Prisoners.SetPublicationAsync(added.Subjects[0], Publication.Published, Valid.Submission());
        return added.Subjects[0];
    }

    /// <summary>Compares everybody who waits to be.</summary>
    public async Task CompareAllAsync()
    {
        foreach (var id in await Duplicates.WaitingAsync(1000))
            await Duplicates.CompareAsync(id);
    }

    /// <summary>Adds a published person with one imprisonment and returns both ids.</summary>
    public async Task<(Guid PrisonerId, Guid ImprisonmentId)> HeldAsync(string name, ImprisonmentDetails? details = null)
    {
        var prisonerId = await PrisonerAsync(Valid.Prisoner(name));
        var added = await Imprisonments.AddAsync(prisonerId, details ?? Valid.Imprisonment(), Valid.Submission());
        return (prisonerId, added.Subjects[1]);
    }

    public async Task<Guid> SourceAsync(string publisher = "A newspaper") =>
        (await Sources.AddAsync(new SourceDetails { Publisher = publisher }, Valid.Submission())).Subjects[0];

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
