using System.Net;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Organisations;

public sealed class OrganisationTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_Organisation_ShowsWhomItRecognisesUnderWhichDefinitionAndWhatItPublished()
    {
        await using var work = app.Work();
        var id = (await work.Organisations.AddAsync("committee", LocalizedText.English("A Committee"), "BY", Valid.Submission())).Subjects[0];
        foreach (var (name, withdrawn) in new[] { ("Recognised One", null), ("Recognised Two", "2024-05-01") })
        {
            await work.Prisoners.AddFactsAsync(
                await work.PrisonerAsync(Valid.Prisoner(name)),
                new()
                {
                    Designations =
                    [
                        new DesignationDetails { OrganisationId = id, Definition = Definition.Guidelines2013, DesignatedOn = PartialDate.Parse("2023-01-01"), WithdrawnOn = withdrawn is null ? null : PartialDate.Parse(withdrawn) },
                    ],
                },
                Valid.Submission());
        }

        await work.ReleaseEvents.AddCountsAsync(
            [new ReportedCountDetails { OrganisationId = id, Country = "BY", AsOf = PartialDate.Parse("2025-11"), Number = 1200, Qualifier = CountQualifier.AtLeast, Unit = LocalizedText.English("political prisoners") }],
            Valid.Submission());
        using var reader = app.Browser();

        var page = await reader.PageAsync("/organisations/committee");

        Assert.Contains("1 person; withdrawn for 1 person", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("at least 1,200 political prisoners, Belarus, November 2025", page.MainText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2 people", page.QuerySelector("main [role=status]")!.Words());
        Assert.Contains("2 people recognised, 1 published figure", (await reader.PageAsync("/organisations")).MainText(), StringComparison.Ordinal);
        Assert.NotNull((await reader.PageAsync("/prisoners/recognised-one")).QuerySelector("a[href='/organisations/committee']"));
    }

    [Fact]
    public async Task Post_Organisation_IsAddedChangedAndNotTwice()
    {
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var added = await editor.PostAsync("/organisations/edit", ("Input.Name.English", "Watch of Words"), ("Input.Country", "LT"), ("Source.Publisher", "Guide"));
        Assert.Equal("/organisations", added.SentTo());
        using var twice = await editor.PostAsync("/organisations/edit", ("Input.Name.English", "watch of words"));
        Assert.Contains("has an organisation of this name", (await twice.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
        using var hidden = await reader.GetAsync("/organisations/watch-of-words"); // nobody published is connected with it yet
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        var form = await editor.PageAsync("/organisations/edit/watch-of-words");
        using var changed = await editor.PostAsync("/organisations/edit/watch-of-words", ("Input.Name.Russian", "Дозор"));
        Assert.Equal("Дозор", (await editor.PageAsync(changed.SentTo())).Fact("Name (ru)"));
        using var late = await editor.SubmitAsync(form, "/organisations/edit/watch-of-words", [("Input.Name.English", "Watch of Others")]);
        Assert.Contains("Дозор", (await late.DocumentAsync(HttpStatusCode.Conflict)).MainText(), StringComparison.Ordinal);
    }
}
