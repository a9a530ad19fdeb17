using System.Globalization;
using System.Net;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 6.3.1: many tries are slowed down, nobody is locked out.</summary>
public sealed class LimitsTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const int Burst = 3;

    [Fact]
    public async Task Post_TooManySignIns_AreToldWhenToComeBackAndThenLetIn()
    {
        await using var slow = app.Another(("SignIn:BurstPerAddress", $"{Burst}"), ("SignIn:TokenPerAddressEvery", "00:00:02"));
        var user = await slow.AddUserAsync(Role.Editor);
        using var attacker = slow.Browser();
        for (var i = 0; i < Burst; i++)
        {
            using var wrong = await attacker.SignInAsync(user.Email!, "a wrong password");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var refused = await attacker.SignInAsync(user.Email!, "a wrong password");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("Nothing is locked", (await refused.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);

        using var reader = await attacker.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, reader.StatusCode);

        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        using var letIn = await attacker.SignInAsync(user.Email!, RegisterApp.Password);
        Assert.Equal(HttpStatusCode.Redirect, letIn.StatusCode);
    }

    /// <summary>ASVS 4.1.3.</summary>
    [Fact]
    public async Task Post_ForgedForwardedFor_CountsAsOneAddress()
    {
        await using var slow = app.Another(("SignIn:BurstPerAddress", $"{Burst}"), ("SignIn:TokenPerAddressEvery", "01:00:00"));
        using var attacker = slow.Browser();
        for (var i = 0; i <= Burst; i++)
        {
            attacker.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            attacker.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            using var answer = await attacker.SignInAsync("nobody@rights.example", "a wrong password");
            Assert.Equal(i < Burst ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }
}
