using PrisonerTracker.Core.Sample;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Sample;

/// <summary>A register with the real sample data in it, loaded once for all the tests that only read it.</summary>
public sealed class SampleRegister(RegisterDatabases databases) : IAsyncLifetime
{
    private readonly Register _register = new(databases);

    public int Written { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _register.InitializeAsync();
        await using var work = Work();
        Written = await Data(work).LoadAsync();
    }

    public Work Work() => _register.Work();

    public static SampleData Data(Work work) =>
        new(work.Context, work.Sources, work.Organisations, work.Prisoners, work.Imprisonments, work.ReleaseEvents, work.Releases);

    public ValueTask DisposeAsync() => _register.DisposeAsync();
}

[CollectionDefinition(nameof(SampleCollection))]
public sealed class SampleCollection : ICollectionFixture<SampleRegister>;
