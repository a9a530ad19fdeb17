using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Law;

public sealed class StartCatalogueTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task Load_Twice_AddsEveryArticleOnceAndKeepsCorrections()
    {
        await using var work = register.Work();

        var first = await work.StartCatalogue.LoadAsync();
        var article = await work.Context.Articles.AsNoTracking().SingleAsync(a => a.Number == "411");
        await work.Catalogue.EditArticleAsync(
            article.ArticleId, article.Version, new ArticleDetails { Number = "411", Title = LocalizedText.English("Corrected") }, Valid.Submission());
        var second = await work.StartCatalogue.LoadAsync();

        Assert.Equal((true, false), (first, second));
        Assert.Equal(21, await work.Context.Articles.CountAsync(a => a.LegalCode.Key == "by-criminal-code"));
        Assert.Equal("Corrected", (await work.Context.Articles.AsNoTracking().SingleAsync(a => a.Number == "411")).Title.ToString());
        Assert.True(await work.Context.Articles.AllAsync(a => a.IsPublic && !a.Citations.Any()));
    }
}
