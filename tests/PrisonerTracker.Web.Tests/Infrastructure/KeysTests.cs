using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

public sealed class KeysTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Session_OfOneInstance_IsAcceptedByAnother()
    {
        await using var other = app.Another();
        using var signedIn = app.Browser();
        var user = await app.AddUserAsync(Role.Viewer);
        using var answer = await signedIn.SignInAsync(user.Email!, RegisterApp.Password);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/password");
        request.Headers.Add("Cookie", answer.Header("Set-Cookie")!.Split(';')[0]);
        using var elsewhere = other.Browser();
        using var opened = await elsewhere.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        await app.InDatabaseAsync(async database => Assert.Equal(1, await database.DataProtectionKeys.CountAsync()));
    }
}
