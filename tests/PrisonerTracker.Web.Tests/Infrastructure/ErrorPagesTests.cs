using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

public sealed class ErrorPagesTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Theory]
    [InlineData("/?fault=bug", HttpStatusCode.InternalServerError, "What was saved before is kept")]
    [InlineData("/?fault=database", HttpStatusCode.ServiceUnavailable, "cannot reach its database")]
    [InlineData("/?fault=request", HttpStatusCode.RequestEntityTooLarge, "larger than the register takes")]
    [InlineData("/errors/500", HttpStatusCode.NotFound, "no such page")]
    public async Task Get_Fault_SaysWhatHappenedAndNothingOfTheInside(string address, HttpStatusCode status, string says)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        var text = (await answer.DocumentAsync()).DocumentElement.TextContent;
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable ? "10" : null, answer.Header("Retry-After"));
    }

    [Fact]
    public async Task Get_DatabaseAwayForSignedIn_AnswersUnavailableToo()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        app.Clock.Advance(TimeSpan.FromMinutes(1)); // the session is due for its check
        await LimitConnectionsAsync(0);
        using var answer = await browser.GetAsync("/account/password");
        await LimitConnectionsAsync(-1);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("10", answer.Header("Retry-After"));
        await browser.PageAsync("/account/password");
    }

    private async Task LimitConnectionsAsync(int limit)
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(app.Database.OwnerConnectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(elsewhere.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"ALTER DATABASE {app.Database.Name} CONNECTION LIMIT {limit}", connection);
        await command.ExecuteNonQueryAsync();
        app.Services.GetRequiredService<NpgsqlDataSource>().Clear();
    }
}
