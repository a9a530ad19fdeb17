using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 6.2.1, 6.3.8, 7.2.4, 7.4.2.</summary>
public sealed class SignInTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Refusal = "This e-mail address and password do not belong together.";
    private const string NewPassword = "a lantern in the harbour fog";

    [Fact]
    public async Task Post_RightPassword_OpensClosedPages()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var page = await browser.PageAsync("/account/password");
        Assert.NotNull(page.QuerySelector("header form[action='/sign-out']"));
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("unknown")]
    [InlineData("disabled")]
    public async Task Post_NotAllowedIn_ReadsTheSame(string who)
    {
        var user = await app.AddUserAsync(Role.Editor, u => u.DisabledAt = who == "disabled" ? RegisterApp.Now.UtcDateTime : null);
        using var browser = app.Browser();
        using var answer = await browser.SignInAsync(
            who == "unknown" ? "nobody@rights.example" : user.Email!, who == "wrong" ? "not the password" : RegisterApp.Password);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        var error = Assert.Single(page.QuerySelectorAll(".error-summary[role=alert] a"));
        Assert.Equal(Refusal, error.TextContent);
        Assert.Equal("#Email", error.GetAttribute("href"));
        Assert.NotEqual("", page.QuerySelector("input#Email")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("input#Password")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_NothingTyped_NamesBothFields()
    {
        using var browser = app.Browser();
        using var answer = await browser.PostAsync("/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(2, (await answer.DocumentAsync()).QuerySelectorAll(".error-summary a").Length);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Post_ReturnUrlElsewhere_StaysHere(string returnUrl)
    {
        using var browser = app.Browser();
        var user = await app.AddUserAsync(Role.Viewer);
        using var answer = await browser.SignInAsync(user.Email!, RegisterApp.Password, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal("/", answer.Header("Location"));
    }

    /// <summary>ASVS 3.5.1.</summary>
    [Fact]
    public async Task Post_WithoutToken_SaysTheFormExpired()
    {
        using var browser = app.Browser();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Email", "a@rights.example")]);
        using var answer = await browser.Client.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("nothing was saved", (await answer.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SignOut_ClosesAgain()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        using var answer = await browser.SubmitAsync(await browser.PageAsync("/"), "/", [], "header form");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var closed = await browser.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task Get_OneTimePassword_MustBeChangedFirst()
    {
        var user = await app.AddUserAsync(Role.Editor, u => u.MustChangePassword = true);
        using var browser = app.Browser();
        await browser.SignInAsync(user.Email!, RegisterApp.Password);
        using var first = await browser.GetAsync("/");
        Assert.Equal("/account/password", first.Header("Location"));

        using var refused = await browser.PostAsync("/account/password", ("Current", RegisterApp.Password), ("Chosen", "too short"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var still = await browser.GetAsync("/");
        Assert.Equal("/account/password", still.Header("Location"));

        using var changed = await browser.PostAsync("/account/password", ("Current", RegisterApp.Password), ("Chosen", NewPassword));
        Assert.Equal("/", changed.Header("Location"));
        var home = await browser.PageAsync("/");
        Assert.Contains("Your password was changed", home.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await browser.PageAsync("/")).QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task Post_WrongCurrentPassword_ChangesNothing()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        using var answer = await browser.PostAsync("/account/password", ("Current", "not my password"), ("Chosen", NewPassword));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("#Current", (await answer.DocumentAsync()).QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Session_PasswordChangedElsewhere_EndsWithinAMinute()
    {
        var user = await app.AddUserAsync(Role.Viewer);
        using var here = app.Browser();
        using var there = app.Browser();
        await here.SignInAsync(user.Email!, RegisterApp.Password);
        await there.SignInAsync(user.Email!, RegisterApp.Password);
        using var changed = await here.PostAsync("/account/password", ("Current", RegisterApp.Password), ("Chosen", NewPassword));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var ended = await there.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        using var kept = await here.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task Session_UserDisabled_EndsWithinAMinute()
    {
        var user = await app.AddUserAsync(Role.Viewer);
        using var browser = app.Browser();
        await browser.SignInAsync(user.Email!, RegisterApp.Password);
        await app.InDatabaseAsync(database => database.Users.Where(u => u.Id == user.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, RegisterApp.Now.UtcDateTime)));

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var answer = await browser.GetAsync("/account/password");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("short but fine", false)]
    [InlineData("fifteen letters", true)]
    [InlineData("пятнадцать букв!", true)]
    [InlineData("passwordpassword", false)]
    [InlineData("Correct Horse Battery Staple", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("herring-herring-herring", false)]
    [InlineData("12345678901234567890", false)]
    [InlineData("zyxwvutsrqponmlkj", false)]
    [InlineData("maryia.k is my account", false)]
    public async Task Password_Offered_IsAcceptedUnlessGuessable(string password, bool accepted)
    {
        await app.WithAsync<UserManager<User>>(async users =>
        {
            var user = new User { UserName = "maryia.k@rights.example", Email = "maryia.k@rights.example" };
            foreach (var validator in users.PasswordValidators)
            {
                if (!(await validator.ValidateAsync(users, user, password)).Succeeded)
                {
                    Assert.False(accepted);
                    return;
                }
            }

            Assert.True(accepted);
        });
    }
}
