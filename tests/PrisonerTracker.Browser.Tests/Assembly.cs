using PrisonerTracker.Browser.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningRegister))]
