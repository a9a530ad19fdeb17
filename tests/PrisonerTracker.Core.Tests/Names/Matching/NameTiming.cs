using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>Tests that measure time run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NameTiming
{
    public const string Name = "Name matching, timed";
}
