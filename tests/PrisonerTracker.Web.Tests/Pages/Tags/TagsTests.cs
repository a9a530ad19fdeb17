using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Tags;

/// <summary>Tags: made by editors, carried by people, seen by readers when somebody decided so. All people here are invented.</summary>
public sealed class TagsTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Journey_AddGiveFilterExportChange()
    {
        await using var work = app.Work();
        var (person, _) = await work.HeldAsync("Z Pieshaj Metkaj");
        await work.HeldAsync("Biez Niiakaj Metki");
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var nameless = await editor.PostAsync("/tags/edit");
        Assert.Contains("Write the name", (await nameless.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
        using var added = await editor.PostAsync("/tags/edit", ("Input.Name.English", "The Harbour strike"), ("Input.Name.Belarusian", "Партовая забастоўка"), ("Input.Description.English", "Dockers of 2020"), ("Input.ShownToReaders", "true"), ("Source.Publisher", "The Tag Herald"));
        Assert.Equal("/tags", added.SentTo());
        var slug = await SlugAsync(work, person);
        using var given = await editor.PostAsync($"/prisoners/{slug}/tags", ("Input.Tag", "the harbour strike"), ("Source.Publisher", "The Docker Post"));
        given.SentTo();

        var profile = await reader.PageAsync($"/prisoners/{slug}");
        Assert.Equal("The Harbour strike", profile.QuerySelector("main a[href='/tags/the-harbour-strike']")!.Words());
        Assert.Contains("The Docker Post", profile.MainText(), StringComparison.Ordinal);
        var page = await reader.PageAsync("/tags/the-harbour-strike");
        Assert.Contains("Dockers of 2020", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Z Pieshaj Metkaj", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("1 person", (await reader.PageAsync("/tags")).MainText(), StringComparison.Ordinal);
        Assert.Equal(["Z Pieshaj Metkaj"], (await reader.PageAsync("/prisoners?tag=the-harbour-strike")).Names());
        Assert.Contains("Z Pieshaj Metkaj", await (await reader.GetAsync("/prisoners.csv?tag=the-harbour-strike")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(",the-harbour-strike,", await (await reader.GetAsync("/prisoners.csv?tag=the-harbour-strike")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await work.Context.Sources.AnyAsync(s => s.Publisher == "The Tag Herald" && s.IsPublic));
        Assert.True(await work.Context.Sources.AnyAsync(s => s.Publisher == "The Docker Post" && s.IsPublic));

        using var hidden = await editor.PostAsync("/tags/edit/the-harbour-strike", ("Input.ShownToReaders", "false"), ("Reason", "Not sure yet"));
        hidden.SentTo();
        Assert.Contains("Not sure yet", (await editor.PageAsync($"/catalogue/tag/{await work.Context.Tags.Where(t => t.Slug == "the-harbour-strike").Select(t => t.TagId).SingleAsync()}/history")).MainText(), StringComparison.Ordinal);
        Assert.False(await work.Context.Sources.AsNoTracking().AnyAsync(s => (s.Publisher == "The Tag Herald" || s.Publisher == "The Docker Post") && s.IsPublic));
    }

    [Fact]
    public async Task Get_NotShown_DoesNotExistForReaders()
    {
        await using var work = app.Work();
        var (open, _) = await work.HeldAsync("Adkryty Nosbit");
        var (draft, _) = await work.HeldAsync("Zakryty Nosbit");
        await work.Prisoners.SetPublicationAsync(draft, Publication.Draft, Valid.Submission());
        var secret = (await work.Tags.AddAsync(new TagDetails { Name = LocalizedText.English("Secret mark") }, Valid.Submission())).Subjects[0];
        var shown = (await work.Tags.AddAsync(new TagDetails { Name = LocalizedText.English("Shown mark"), ShownToReaders = true }, Valid.Submission())).Subjects[0];
        foreach (var (person, tag) in new[] { (open, secret), (open, shown), (draft, shown) })
            await work.Facts.AddAsync(person, new PersonTagDetails { TagId = tag, Citations = [new CitationDetails(await work.SourceAsync(tag == secret ? "Secret paper" : "Open paper"))] }, Valid.Submission());
        using var reader = app.Browser();
        using var viewer = await app.SignInAsync(Role.Viewer);
        var slug = await SlugAsync(work, open);

        foreach (var address in new[] { "/tags", "/tags/shown-mark", $"/prisoners/{slug}", "/prisoners.csv", "/prisoners.json" })
        {
            using var answer = await reader.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Zakryty", text, StringComparison.Ordinal);
        }

        using var absent = await reader.GetAsync("/tags/secret-mark");
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);
        Assert.Empty((await reader.PageAsync("/prisoners?tag=secret-mark")).Names());
        Assert.Contains("1 person", (await reader.PageAsync("/tags/shown-mark")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Secret mark", (await viewer.PageAsync($"/prisoners/{slug}")).MainText(), StringComparison.Ordinal);
        Assert.Contains("2 people", (await viewer.PageAsync("/tags/shown-mark")).MainText(), StringComparison.Ordinal);
    }

    private static Task<string> SlugAsync(Work work, Guid person) => work.Context.Prisoners.Where(p => p.PrisonerId == person).Select(p => p.Slug).SingleAsync();
}
