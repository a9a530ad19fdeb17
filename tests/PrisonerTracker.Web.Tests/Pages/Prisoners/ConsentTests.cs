using System.Net;
using AngleSharp.Dom;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class ConsentTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly string[] Parts = ["BirthDate", "Citizenship", "Description", "Quotations", "LetterAddresses", "Placements"];

    [Fact]
    public async Task Post_PartsOfARecord_AreThereForEditorsAlone()
    {
        await using var work = app.Work();
        var secret = new CitationDetails(await work.SourceAsync("Secret Herald"));
        var id = await work.PrisonerAsync(Valid.Prisoner("Partly Seen") with
        {
            BornOn = PartialDate.Parse("1951-02-03"),
            Citizenships = ["KZ"],
            Occupation = LocalizedText.English("secretbaker"),
            Summary = LocalizedText.English("A secretsummary."),
            Citations = [secret with { Field = "BornOn" }],
        });
        await work.Imprisonments.AddAsync(
            id, Valid.Imprisonment("2023-05-20") with { Placements = [new PlacementDetails { Facility = LocalizedText.English("Secretcolony"), FromOn = PartialDate.Parse("2023-06-01"), Citations = [secret] }] }, Valid.Submission());
        await work.Prisoners.AddFactsAsync(id, new() { Quotations = [new QuotationDetails { Text = LocalizedText.English("My secretwords."), Citations = [secret] }] }, Valid.Submission());
        await work.Facts.AddAsync(id, new LetterAddressDetails { Lines = "Secretstreet 1", Citations = [secret] }, Valid.Submission());
        await work.Claims.AddAsync(
            id, [new ClaimDetails { Topic = ClaimTopic.BirthDate, Value = "1952", Statement = LocalizedText.English("Born in 1952, secretly."), Citations = [secret] }], Valid.Submission());
        using var editor = await app.SignInAsync(Role.Editor);
        using var viewer = await app.SignInAsync(Role.Viewer);
        using var reader = app.Browser();
        Assert.Contains("secretwords", (await reader.PageAsync("/prisoners/partly-seen")).MainText(), StringComparison.Ordinal);
        using (var source = await reader.GetAsync("/sources/secret-herald"))
            Assert.Equal(HttpStatusCode.OK, source.StatusCode);

        using var saved = await editor.PostAsync(
            "/prisoners/partly-seen/consent",
            [("Input.Consent", "Given"), ("Input.By", "A sister"), ("Input.On", "2025-12"), ("Reason", "She asked for it"), .. Parts.Select(p => ("Input.Parts", p))]);
        Assert.Equal("/prisoners/partly-seen", saved.SentTo());

        foreach (var address in new[]
        {
            "/prisoners/partly-seen", "/prisoners", "/prisoners?q=partly", "/prisoners.csv", "/prisoners.json", "/prisoners/suggest.json?q=partly", "/reconcile/suggest/entity?prefix=partly", "/reconcile/preview?id=partly-seen", "/facilities", "/facilities/by-secretcolony",
            "/sources", "/prisoners/partly-seen?on=2024-01-01", "/prisoners/compare?from=2022-01-01&to=2025-01-01",
        })
        {
            foreach (var browser in new[] { reader, viewer })
            {
                using var answer = await browser.GetAsync(address);
                var text = (await answer.Content.ReadAsStringAsync()).Replace("Secretcolony", "", StringComparison.OrdinalIgnoreCase); // the facility itself is no secret
                Assert.DoesNotContain("secret", text.Replace("secret-herald", browser == viewer ? "" : "secret-herald", StringComparison.Ordinal).Replace("Secret Herald", browser == viewer ? "" : "Secret Herald", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("1951", text, StringComparison.Ordinal);
                Assert.DoesNotContain("1952", text, StringComparison.Ordinal);
                if (address.Contains("partly-seen", StringComparison.Ordinal))
                    Assert.DoesNotContain("Kazakhstan", text, StringComparison.Ordinal);
                if (address.StartsWith("/facilities/", StringComparison.Ordinal))
                    Assert.DoesNotContain("Partly Seen", text, StringComparison.Ordinal);
            }
        }

        Assert.Empty((await reader.PageAsync("/prisoners?q=secretbaker")).Names());
        Assert.Empty((await reader.PageAsync("/prisoners?q=secretcolony")).Names());
        using (var source = await reader.GetAsync("/sources/secret-herald"))
            Assert.Equal(HttpStatusCode.NotFound, source.StatusCode);
        foreach (var words in new[] { "1951", "1952", "secret" })
            Assert.DoesNotContain(words, (await viewer.PageAsync("/prisoners/partly-seen/history")).MainText(), StringComparison.OrdinalIgnoreCase);

        var seen = (await editor.PageAsync("/prisoners/partly-seen")).MainText();
        foreach (var words in new[] { "3 February 1951", "Kazakhstan", "secretbaker", "secretwords", "Secretcolony", "Secretstreet", "Readers do not see: birth date and age, citizenship" })
            Assert.Contains(words, seen, StringComparison.Ordinal);

        var form = await editor.PageAsync("/prisoners/partly-seen/consent");
        foreach (var box in form.QuerySelectorAll<AngleSharp.Html.Dom.IHtmlInputElement>("input[name='Input.Parts']"))
            box.IsChecked = false;
        using var again = await editor.SubmitAsync(form, "/prisoners/partly-seen/consent", [("Reason", "She changed her mind")]);
        again.SentTo();
        Assert.Contains("secretwords", (await reader.PageAsync("/prisoners/partly-seen")).MainText(), StringComparison.Ordinal);
        Assert.Single((await reader.PageAsync("/prisoners?q=secretbaker")).Names());
        using (var source = await reader.GetAsync("/sources/secret-herald"))
            Assert.Equal(HttpStatusCode.OK, source.StatusCode);
    }

    [Fact]
    public async Task Post_WholeRecord_IsSeenByNobodyAndCountsAllTheSame()
    {
        await using var work = app.Work();
        var organisation = (await work.Organisations.AddAsync("withheld-test", LocalizedText.English("A Committee"), null, Valid.Submission())).Subjects[0];
        var (id, _) = await work.HeldAsync("Wholly Withheld", Valid.Imprisonment("2021-03-01") with { Citations = [new CitationDetails(await work.SourceAsync("Whole Herald"))] });
        await work.Prisoners.AddFactsAsync(id, new() { Designations = [new DesignationDetails { OrganisationId = organisation, DesignatedOn = PartialDate.Parse("2021-04-01") }] }, Valid.Submission());
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        const string Bridge = "/statistics/bridge?from=2021-01-01&to=2022-01-01";
        string[] Figures(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("tbody tr").Select(r => r.Words())];
        var before = Figures(await reader.PageAsync(Bridge));

        using var saved = await editor.PostAsync("/prisoners/wholly-withheld/consent", ("Input.Consent", "Refused"), ("Input.By", "The person"), ("Input.IsWithheld", "true"), ("Reason", "A letter"));
        saved.SentTo();

        Assert.Equal(before, Figures(await reader.PageAsync(Bridge)));
        var compare = (await reader.PageAsync("/prisoners/compare?from=2021-01-01&to=2022-01-01")).MainText();
        Assert.Contains("For 1 more person the days differ as well; their records are withheld.", compare, StringComparison.Ordinal);
        foreach (var address in new[] { "/prisoners", "/prisoners.csv", "/prisoners?heldOn=2022-01-01", "/prisoners/compare?from=2021-01-01&to=2022-01-01", "/prisoners/compare.csv?from=2021-01-01&to=2022-01-01", Bridge, "/sources" })
        {
            using var answer = await reader.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("Wholly", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Whole Herald", text, StringComparison.Ordinal);
        }

        foreach (var address in new[] { "/prisoners/wholly-withheld", "/sources/whole-herald" })
        {
            using var answer = await reader.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Contains("Consent and what is withheld", (await editor.PageAsync("/prisoners/wholly-withheld/history")).MainText(), StringComparison.Ordinal);
        using var publish = await editor.PostAsync("/prisoners/wholly-withheld/publication", ("publication", "Published"));
        Assert.Contains("The person refused consent", (await publish.DocumentAsync(HttpStatusCode.BadRequest)).MainText(), StringComparison.Ordinal);
        using var back = await editor.PostAsync("/prisoners/wholly-withheld/consent", ("Input.Consent", "Given"), ("Input.IsWithheld", "false"), ("Reason", "A second letter"));
        back.SentTo();
        Assert.Contains("Draft", (await editor.PageAsync("/prisoners/wholly-withheld")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Incomplete_IsRefusedAndTheSecondEditorSeesTheConflict()
    {
        await using var work = app.Work();
        await work.HeldAsync("Asked Person");
        using var editor = await app.SignInAsync(Role.Editor);
        const string Address = "/prisoners/asked-person/consent";
        var form = await editor.PageAsync(Address);

        using var nobody = await editor.PostAsync(Address, ("Input.Consent", "Refused"), ("Reason", "Heard of it"));
        Assert.Contains("Say who said so", (await nobody.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_By"), StringComparison.Ordinal);
        using var why = await editor.PostAsync(Address, ("Input.Consent", "Refused"), ("Input.By", "The person"));
        Assert.NotNull((await why.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Reason"));
        using var sure = await editor.PostAsync(Address, ("Input.Consent", "Refused"), ("Input.By", "The person"), ("Reason", "A call"));
        Assert.Contains("stays public with every part", (await sure.DocumentAsync(HttpStatusCode.BadRequest)).MainText(), StringComparison.Ordinal);
        using var saved = await editor.PostAsync(Address, ("Input.Consent", "Pending"), ("Reason", "A letter was sent"));
        saved.SentTo();
        using var late = await editor.SubmitAsync(form, Address, [("Input.Consent", "Given"), ("Input.By", "A brother"), ("Reason", "He said so")]);
        Assert.Contains("asked, no answer yet", (await late.DocumentAsync(HttpStatusCode.Conflict)).MainText(), StringComparison.Ordinal);
    }
}
