using PrisonerTracker.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(RegisterDatabases))]
