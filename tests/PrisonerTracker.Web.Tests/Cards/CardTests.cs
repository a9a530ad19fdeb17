using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Cards;
using PrisonerTracker.Web.Pages.Prisoners;
using PrisonerTracker.Web.Tests.Photos;
using Xunit;

namespace PrisonerTracker.Web.Tests.Cards;

/// <summary>The picture of a profile where its address is shared.</summary>
public sealed class CardTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string NoTools = "libvips-tools is not installed here";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static bool CanPrint => new Vips(new PhotoOptions()).IsInstalled;

    [Fact]
    public async Task Get_PublishedPerson_IsAPictureOfTheSizeThePageNames()
    {
        Assert.SkipUnless(CanPrint, NoTools);
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Drawn Person"));
        await using var site = app.Another(("Site:Address", "https://register.example"));
        using var reader = site.Browser("https://register.example");

        var page = await reader.PageAsync("/be/prisoners/drawn-person");
        string? Meta(string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
        var address = Meta("og:image")!;
        using var answer = await reader.GetAsync(new Uri(address).PathAndQuery);

        Assert.Equal("https://register.example/be/prisoners/drawn-person/card.png", address);
        Assert.Equal("summary_large_image", Meta("twitter:card"));
        Assert.Equal((HttpStatusCode.OK, "image/png"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("public, max-age=300", answer.Header("Cache-Control"));
        var picture = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal((Meta("og:image:width"), Meta("og:image:height")), Size(picture));
        Assert.InRange(picture.Length, 5_000, 150_000);
    }

    [Fact]
    public async Task Get_SamePictureAgain_IsNotSentTwice()
    {
        Assert.SkipUnless(CanPrint, NoTools);
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Asked Twice"));
        using var reader = app.Browser();
        using var first = await reader.GetAsync("/prisoners/asked-twice/card.png");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/prisoners/asked-twice/card.png");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/prisoners/asked-twice/card.png");
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));

        using var second = await reader.Client.SendAsync(again);
        using var third = await reader.Client.SendAsync(other);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (second.StatusCode, third.StatusCode));
    }

    [Fact]
    public async Task Get_DraftOrNobody_IsNotThereWhoeverAsks()
    {
        await using var work = app.Work();
        await work.Prisoners.AddAsync(Valid.Prisoner("Unpublished Person"), Valid.Submission());
        using var reader = app.Browser();
        using var editor = await app.SignInAsync(Role.Editor);

        foreach (var somebody in new[] { reader, editor })
        {
            foreach (var slug in new[] { "unpublished-person", "nobody-at-all" })
                Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync($"/prisoners/{slug}/card.png")).StatusCode);
        }

        Assert.Null((await editor.PageAsync("/prisoners/unpublished-person")).QuerySelector("meta[property='og:image']"));
    }

    [Fact]
    public async Task Get_Photo_IsOnItUntilItIsWithheld_ForEditorsToo()
    {
        Assert.SkipUnless(CanPrint, NoTools);
        await using var work = app.Work();
        var id = await work.PrisonerAsync(Valid.Prisoner("Pictured Person"));
        var photo = await app.Services.GetRequiredService<PhotoWorkshop>().PrepareAsync(Pictures.Png(), "photo.png");
        await work.Photos.SetAsync(id, 0, new PhotoDetails { Credit = "A. Photographer", Permission = "CC BY 4.0" }, photo, Valid.Submission());
        using var editor = await app.SignInAsync(Role.Editor);
        var with = await editor.Client.GetByteArrayAsync(new Uri("/prisoners/pictured-person/card.png", UriKind.Relative));

        await work.Prisoners.SetConsentAsync(id, 1, new ConsentDetails { WithheldParts = [PersonPart.Photo] }, Valid.Submission("Asked for it"));

        var without = await editor.Client.GetByteArrayAsync(new Uri("/prisoners/pictured-person/card.png", UriKind.Relative));
        Assert.True(with.Length > without.Length + 5_000, $"{with.Length} bytes with the photo, {without.Length} without");
    }

    [Fact]
    public async Task Draw_NameOfMarkup_StaysATextOfAWholeDrawing()
    {
        await using var work = app.Work();
        const string Name = "Piotr </text><image href=\"/etc/passwd\"/> & \"co\"";
        var drawing = await DrawAsync(work, Valid.Prisoner(Name));

        Assert.Equal(Name, string.Join(' ', drawing.Descendants(Svg + "text").Where(t => (string?)t.Attribute("class") == "serif strong").Skip(1).Select(t => t.Value)));
        Assert.Empty(drawing.Descendants(Svg + "image"));
    }

    [Fact]
    public async Task Draw_InventedPerson_SaysSo()
    {
        await using var work = app.Work();

        var invented = await DrawAsync(work, Valid.Prisoner("Invented Person") with { IsFictional = true });
        var real = await DrawAsync(work, Valid.Prisoner("Real Person"));

        Assert.Contains(invented.Descendants(Svg + "text"), t => t.Value == "Fictional");
        Assert.DoesNotContain(real.Descendants(Svg + "text"), t => t.Value == "Fictional");
    }

    [Fact]
    public async Task Get_WithoutLibvips_NamesNoPictureAndHasNone()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Plain Words"));
        await using var without = app.Another(("Photos:Tools", "/nonexistent"));
        using var reader = without.Browser();

        var page = await reader.PageAsync("/prisoners/plain-words");

        Assert.Null(page.QuerySelector("meta[property='og:image']"));
        Assert.Equal("summary", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/prisoners/plain-words/card.png")).StatusCode);
    }

    private async Task<XDocument> DrawAsync(Work work, PrisonerDetails details)
    {
        var id = await work.PrisonerAsync(details);
        var profile = new ProfileModel(work.Context, app.Clock);
        await profile.ReadStoryAsync((await work.Context.Prisoners.FindAsync(id))!.Slug);
        return XDocument.Parse(CardDrawing.Of(profile, null, new DateOnly(2026, 1, 15)));
    }

    private static (string?, string?) Size(byte[] png) => (
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ToString(System.Globalization.CultureInfo.InvariantCulture),
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
