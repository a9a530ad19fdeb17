using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class CreateLookAlikeTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_NameLikeAnotherInAnotherScript_AsksFirstAndKeepsWhatWasTyped()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Maryia Kalesnikava") with { BornOn = PartialDate.Parse("1982") });
        using var browser = await app.SignInAsync(Role.Editor);

        using var asked = await browser.PostAsync("/prisoners/new", ("Input.Names[0].Full", "Мария Колесникова"), ("Input.Names[0].Language", "ru"), ("Input.Occupation", "Flautist"));

        var page = await asked.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(page.QuerySelector("main a[href='/prisoners/maryia-kalesnikava']"));
        Assert.Contains("born 1982", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(("Мария Колесникова", "Flautist"), (page.ValueAt("Input_Names_0__Full"), page.ValueAt("Input_Occupation")));

        using var again = await browser.SubmitAsync(page, "/prisoners/new", []);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        using var added = await browser.SubmitAsync(page, "/prisoners/new", [("NoneOfThese", "true")]);
        Assert.StartsWith("/prisoners/", added.SentTo(), StringComparison.Ordinal);
        using var twice = await browser.SubmitAsync(page, "/prisoners/new", [("NoneOfThese", "true")]);
        Assert.Equal(added.SentTo(), twice.SentTo());
        Assert.Equal(1, await work.Context.Prisoners.CountAsync(p => p.DisplayName == "Мария Колесникова"));
    }

    [Fact]
    public async Task Post_SameNameOtherBirth_IsOnlyANotice()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Siarhei Tsikhanouski") with { BornOn = PartialDate.Parse("1978-08-18") });
        using var browser = await app.SignInAsync(Role.Editor);

        using var added = await browser.PostAsync("/prisoners/new", ("Input.Names[0].Full", "Siarhei Tsikhanouski"), ("Input.BornOn", "1990"));

        var page = await added.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("same name, other birth date", page.MainText(), StringComparison.Ordinal);
        using var confirmed = await browser.SubmitAsync(page, "/prisoners/new", [("NoneOfThese", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
    }

    [Fact]
    public async Task Post_AnswerForOthers_AsksAgain()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Viktar Babaryka"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var asked = await browser.PostAsync("/prisoners/new", ("Input.Names[0].Full", "Victor Babariko"), ("NoneOfThese", "true"), ("Seen", ""));

        Assert.Contains("people with a name like this", (await asked.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
    }
}
