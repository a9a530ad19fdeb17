using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;
using Xunit;

namespace PrisonerTracker.Core.Tests.Sample;

/// <summary>Every fact of the sample says where it comes from.</summary>
[Collection(nameof(SampleCollection))]
public sealed class SampleCitationTests(SampleRegister sample)
{
    [Theory]
    [InlineData(typeof(Imprisonment))]
    [InlineData(typeof(Charge))]
    [InlineData(typeof(Sentence))]
    [InlineData(typeof(Placement))]
    [InlineData(typeof(Release))]
    [InlineData(typeof(ReleaseEvent))]
    [InlineData(typeof(Concession))]
    [InlineData(typeof(Party))]
    [InlineData(typeof(NamedPerson))]
    [InlineData(typeof(ReportedCount))]
    [InlineData(typeof(Designation))]
    [InlineData(typeof(Honour))]
    [InlineData(typeof(Quotation))]
    [InlineData(typeof(Claim))]
    public async Task Fact_OfEveryKind_HasACitation(Type fact) =>
        await (Task)GetType().GetMethod(nameof(AssertCitedAsync), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(fact).Invoke(this, [])!;

    private async Task AssertCitedAsync<TFact>()
        where TFact : Fact
    {
        await using var work = sample.Work();
        Assert.Empty(await work.Context.Set<TFact>().Where(f => f.Citations.Count == 0).ToListAsync());
    }

    /// <summary>Names in other scripts are spellings, not claims: of those only the form that the sources use is cited.</summary>
    [Fact]
    public async Task Person_Identity_IsCitedPropertyByProperty()
    {
        await using var work = sample.Work();
        var people = await work.Context.Prisoners.AsSplitQuery()
            .Include(p => p.Citations).Include(p => p.Names).ThenInclude(n => n.Citations)
            .Where(p => p.DisplayName != "Other Person").ToListAsync();

        foreach (var person in people)
        {
            Assert.NotEmpty(person.Names.Single(n => n.Full == person.DisplayName).Citations);
            AssertCited(person, person.Gender != Gender.Unknown, nameof(person.Gender));
            AssertCited(person, !person.Occupation.IsEmpty, nameof(person.Occupation));
            AssertCited(person, !person.Summary.IsEmpty, nameof(person.Summary));
            Assert.Null(person.BornOn); // an age on a day is a range of two years, which no source narrows
        }
    }

    [Fact]
    public async Task CitedField_OfEveryFact_IsAPropertyOfIt()
    {
        await using var work = sample.Work();
        var facts = work.Context.Model.FindEntityType(typeof(Citation))!.GetForeignKeys().ToList();

        foreach (var citation in await work.Context.Citations.Where(c => c.Field != null).ToListAsync())
        {
            var key = Assert.Single(facts, f => f.PrincipalEntityType.ClrType != typeof(Source) && work.Context.Entry(citation).Property(f.Properties[0]).CurrentValue is not null);
            Assert.NotNull(key.PrincipalEntityType.ClrType.GetProperty(citation.Field!));
        }
    }

    [Fact]
    public async Task Source_OfTheSample_IsUsed()
    {
        await using var work = sample.Work();
        Assert.Empty(await work.Context.Sources
            .Where(s => !work.Context.Citations.Any(c => c.SourceId == s.SourceId)).Select(s => s.Slug).ToListAsync());
        Assert.Equal(30, await work.Context.Sources.CountAsync());
    }

    private static void AssertCited(Prisoner person, bool isSaid, string field) =>
        Assert.True(!isSaid || person.Citations.Any(c => c.Field == field), $"{person.DisplayName}: {field} has no source");
}
