using System.Net;
using System.Text.Json;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Tests.Pages.Prisoners;
using Xunit;

namespace PrisonerTracker.Web.Tests.Reconciliation;

/// <summary>What version 0.2 of the Reconciliation Service API asks of a service, and what this one promises beside it.</summary>
public sealed class ReconciliationTests(People people) : IClassFixture<People>
{
    [Fact]
    public async Task Manifest_HasWhatTheSpecificationRequires()
    {
        using var browser = people.App.Browser();

        var manifest = await JsonAsync(await browser.GetAsync("/reconcile"));

        Assert.Contains("0.2", manifest.GetProperty("versions").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal("Prisoner Tracker", manifest.GetProperty("name").GetString());
        Assert.True(Uri.IsWellFormedUriString(manifest.GetProperty("identifierSpace").GetString(), UriKind.Absolute));
        Assert.True(Uri.IsWellFormedUriString(manifest.GetProperty("schemaSpace").GetString(), UriKind.Absolute));
        Assert.Contains("{{id}}", manifest.GetProperty("view").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains("{{id}}", manifest.GetProperty("preview").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.True(manifest.GetProperty("preview").GetProperty("width").GetInt32() > 0);
        Assert.All(manifest.GetProperty("defaultTypes").EnumerateArray(), type => Assert.False(string.IsNullOrEmpty(type.GetProperty("id").GetString())));
        foreach (var kind in new[] { "entity", "property", "type" })
        {
            var service = manifest.GetProperty("suggest").GetProperty(kind);
            var answer = await JsonAsync(await browser.GetAsync(service.GetProperty("service_path").GetString() + "?prefix=b"));
            Assert.Equal(JsonValueKind.Array, answer.GetProperty("result").ValueKind);
        }
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Batch_AnotherScript_IsMatchedWithItsReason(string method)
    {
        using var browser = people.App.Browser();

        var results = await AskAsync(browser, """{"q0":{"query":"Жук Анна","type":"Person"},"q1":{"query":"Adamovič Barys","limit":1}}""", method);

        Assert.Equal(["q0", "q1"], results.EnumerateObject().Select(r => r.Name));
        var first = Assert.Single(results.GetProperty("q0").GetProperty("result").EnumerateArray());
        Assert.Equal("hanna-zuk", first.GetProperty("id").GetString());
        Assert.Equal("Hanna Žuk", first.GetProperty("name").GetString());
        Assert.InRange(first.GetProperty("score").GetDouble(), 90, 100);
        Assert.True(first.GetProperty("match").GetBoolean());
        Assert.Equal("Person", first.GetProperty("type")[0].GetProperty("id").GetString());
        Assert.Contains("at liberty", first.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.All(first.GetProperty("features").EnumerateArray(), f => Assert.Contains(f.GetProperty("value").ValueKind, new[] { JsonValueKind.Number, JsonValueKind.True, JsonValueKind.False }));
        Assert.Equal("barys-adamovich", results.GetProperty("q1").GetProperty("result")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("""{"q":{"query":"Barys Adamovich","properties":[{"pid":"country","v":"BY"}]}}""")]
    [InlineData("""{"q":{"query":"Barys Adamovich","properties":[{"pid":"gender","v":["female"]}]}}""")]
    [InlineData("""{"q":{"query":"Barys Adamovich","type":["City"]}}""")]
    [InlineData("""{"q":{"query":"Barys Adamovich","limit":0}}""")]
    [InlineData("""{"q":{"query":"Cichan Draft"}}""")] // not published
    [InlineData("""{"q":{"query":""}}""")]
    [InlineData("""{"q":{"properties":[{"pid":"country","v":"BY"}]}}""")]
    [InlineData("""{"q":{"query":"Zzyzx Nobody"}}""")]
    public async Task Batch_WhoeverIsContradictedOrNotThere_IsNoCandidate(string batch)
    {
        using var browser = people.App.Browser();

        Assert.Empty((await AskAsync(browser, batch)).GetProperty("q").GetProperty("result").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"pid":"country","v":"Russia"}""", true)]
    [InlineData("""{"pid":"country","v":{"id":"ru","name":"Russia"}}""", true)]
    [InlineData("""{"pid":"hairColour","v":"red"}""", true)]
    [InlineData("""{"pid":"birthDate","v":""}""", true)]
    [InlineData("""{"pid":"birthDate","v":"some day"}""", false)] // it might have told namesakes apart
    [InlineData("""{"pid":"country","v":"Atlantis"}""", false)]
    public async Task Batch_WhatIsTold_IsCertainOnlyWhenAllOfItWasRead(string property, bool match)
    {
        using var browser = people.App.Browser();

        var results = await AskAsync(browser, $$$"""{"q":{"query":"Barys Adamovich","properties":[{{{property}}}]}}""");

        Assert.Equal(match, Assert.Single(results.GetProperty("q").GetProperty("result").EnumerateArray()).GetProperty("match").GetBoolean());
    }

    [Fact]
    public async Task Batch_TwoNamesakes_NoneIsCertain_AndABirthTellsThemApart()
    {
        await using var work = people.App.Work();
        foreach (var born in new[] { "1961-04-24", "1990" })
            await work.PrisonerAsync(Valid.Prisoner("Zinaida Dvojnik") with { BornOn = PartialDate.Parse(born) });
        using var browser = people.App.Browser();

        var both = (await AskAsync(browser, """{"q":{"query":"Zinaida Dvojnik"}}""")).GetProperty("q").GetProperty("result");
        var one = (await AskAsync(browser, """{"q":{"query":"Zinaida Dvojnik","properties":[{"pid":"birthDate","v":1990}]}}""")).GetProperty("q").GetProperty("result");

        Assert.Equal([false, false], both.EnumerateArray().Select(c => c.GetProperty("match").GetBoolean()));
        Assert.True(Assert.Single(one.EnumerateArray()).GetProperty("match").GetBoolean());
        Assert.Contains("born 1990", one[0].GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queries", "{", "no JSON")]
    [InlineData("queries", "[]", "object of queries")]
    [InlineData("queries", """{"q0":"Maria"}""", "q0")]
    [InlineData("queries", """{"q0":{"query":7.5e3,"properties":{}}}""", "q0")]
    [InlineData("queries", """{"q0":{"query":"Maria","properties":[{"v":1}]}}""", "pid")]
    [InlineData("other", "x", "queries")]
    [InlineData("extend", "{}", "not offered")]
    public async Task Batch_ThatCannotBeRead_SaysWhy(string field, string value, string says)
    {
        using var browser = people.App.Browser();

        using var answer = await PostAsync(browser, field, value);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("error", error.GetProperty("status").GetString());
        Assert.Contains(says, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_OfTooMany_IsRefused()
    {
        using var browser = people.App.Browser();
        var batch = "{" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"q{i}\":{{\"query\":\"x\"}}")) + "}";

        using var answer = await PostAsync(browser, "queries", batch);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Suggest_Beginning_OffersPublishedPeople()
    {
        using var browser = people.App.Browser();

        var offered = Assert.Single((await JsonAsync(await browser.GetAsync("/reconcile/suggest/entity?prefix=" + Uri.EscapeDataString("Анна Ж")))).GetProperty("result").EnumerateArray());

        Assert.Equal(("hanna-zuk", "Hanna Žuk"), (offered.GetProperty("id").GetString(), offered.GetProperty("name").GetString()));
        Assert.Empty((await JsonAsync(await browser.GetAsync("/reconcile/suggest/entity"))).GetProperty("result").EnumerateArray());
    }

    // An editor's browser answers another site's script as anybody's would.
    [Fact]
    public async Task SignedIn_SeesWhatReadersSee()
    {
        using var viewer = await people.App.SignInAsync(Role.Viewer);

        Assert.Empty((await AskAsync(viewer, """{"q":{"query":"Cichan Draft"}}""")).GetProperty("q").GetProperty("result").EnumerateArray());
        Assert.Empty((await JsonAsync(await viewer.GetAsync("/reconcile/suggest/entity?prefix=Cichan"))).GetProperty("result").EnumerateArray());
        using var preview = await viewer.GetAsync("/reconcile/preview?id=cichan-draft");
        Assert.Equal(HttpStatusCode.NotFound, preview.StatusCode);
    }

    [Fact]
    public async Task Preview_MayBeShownElsewhere_AndOtherPagesMayNot()
    {
        using var browser = people.App.Browser();

        using var preview = await browser.GetAsync("/reconcile/preview?id=hanna-zuk");
        using var profile = await browser.GetAsync("/prisoners/hanna-zuk");
        using var manifest = await browser.GetAsync("/reconcile");

        var page = await preview.DocumentAsync();
        Assert.Equal("Hanna Žuk", page.QuerySelector("h1")!.Words());
        Assert.Equal("Ганна Жук", page.QuerySelector("[lang=be]")!.Words());
        Assert.Empty(page.QuerySelectorAll("script, form"));
        Assert.Null(preview.Header("X-Frame-Options"));
        Assert.Contains("frame-ancestors *", preview.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("DENY", profile.Header("X-Frame-Options"));
        Assert.Null(profile.Header("Access-Control-Allow-Origin"));
        Assert.Equal("*", manifest.Header("Access-Control-Allow-Origin"));
        Assert.Null(manifest.Header("Access-Control-Allow-Credentials"));
        Assert.Equal("DENY", manifest.Header("X-Frame-Options"));
    }

    [Fact]
    public async Task Batches_TooManyFromOneAddress_AreToldToWait()
    {
        await using var slow = people.App.Another(("Reconciliation:BurstPerAddress", "2"), ("Reconciliation:TokenPerAddressEvery", "01:00:00"));
        using var browser = slow.Browser();

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 3; i++)
            answers.Add(await browser.GetAsync("/reconcile/suggest/entity?prefix=b"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers.Select(a => a.StatusCode));
        Assert.NotNull(answers[2].Header("Retry-After"));
        answers.ForEach(a => a.Dispose());
    }

    private static async Task<JsonElement> AskAsync(Browser browser, string batch, string method = "POST") => await JsonAsync(method == "POST"
        ? await PostAsync(browser, "queries", batch)
        : await browser.GetAsync("/reconcile?queries=" + Uri.EscapeDataString(batch)));

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string field, string value)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(field, value)]);
        return await browser.Client.PostAsync(new Uri("/reconcile", UriKind.Relative), form);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("application/json", answer.Header("Content-Type"), StringComparison.Ordinal);
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        }
    }
}
