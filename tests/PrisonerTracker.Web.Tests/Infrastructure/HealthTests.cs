using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

public sealed class HealthTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Nowhere = "Host=/nowhere;Username=prisonertracker_app;Database=none";

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Get_MigratedDatabase_IsHealthyPlainText(string address)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/healthz/live", HttpStatusCode.OK)]
    [InlineData("/healthz/ready", HttpStatusCode.ServiceUnavailable)]
    public async Task Get_NoDatabase_IsAliveButNotReady(string address, HttpStatusCode status)
    {
        await using var lost = app.Another(("ConnectionStrings:PrisonerTracker", Nowhere));
        using var browser = lost.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Get_MigrationMissing_IsNotReady()
    {
        await using var older = app.Another();
        await using var owner = new RegisterContext(RegisterDatabase.Options(app.Database.OwnerConnectionString));
        await using var transaction = await owner.Database.BeginTransactionAsync();
        await owner.Database.ExecuteSqlRawAsync("CREATE TABLE kept AS TABLE migrations; DELETE FROM migrations");
        await transaction.CommitAsync();
        using var browser = older.Browser();
        using var answer = await browser.GetAsync("/healthz/ready");
        await owner.Database.ExecuteSqlRawAsync("INSERT INTO migrations TABLE kept; DROP TABLE kept");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }
}
