using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Tests.Photos;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>Photos from the upload to the reader (ASVS 5.2.1, 5.2.2, 5.2.6). No picture here is of anybody.</summary>
public sealed class PhotoTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string NoTools = "libvips-tools is not installed here";

    private static bool CanUpload => new Vips(new PhotoOptions()).IsInstalled;

    [Fact]
    public async Task Post_PhotoWithAPlace_ShowsBothSizesWithoutIt()
    {
        Assert.SkipUnless(CanUpload, NoTools);
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Seen Person"));
        using var editor = await app.SignInAsync(Role.Editor);

        using var sent = await SendAsync(editor, "/prisoners/seen-person/photo", await Pictures.JpegWithPlaceAsync(), "photo.JPG");

        Assert.Equal("/prisoners/seen-person", sent.SentTo());
        using var reader = app.Browser();
        var profile = await reader.PageAsync("/prisoners/seen-person");
        var image = profile.QuerySelector<IHtmlImageElement>("figure.portrait img")!;
        Assert.Equal(("400", "500"), (image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Contains("A. Photographer", profile.QuerySelector("figure.portrait figcaption")!.TextContent, StringComparison.Ordinal);
        var list = await reader.PageAsync("/prisoners?q=seen+person");
        var thumb = list.QuerySelector("img.thumb")!;
        Assert.Equal(("lazy", "48", "60"), (thumb.GetAttribute("loading"), thumb.GetAttribute("width"), thumb.GetAttribute("height")));
        foreach (var address in new[] { image.GetAttribute("src")!, thumb.GetAttribute("src")! })
        {
            using var answer = await reader.GetAsync(address);
            Assert.Equal((HttpStatusCode.OK, "image/webp"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains("immutable", answer.Header("Cache-Control")!, StringComparison.Ordinal);
            var bytes = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());
            Assert.StartsWith("RIFF", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain(Pictures.Place, bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", bytes, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("script", bytes, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("renamed", "photo.jpg", "its name ends otherwise")]
    [InlineData("page", "photo.jpg", "is not a photo")]
    [InlineData("drawing", "photo.svg", "is not a photo")]
    [InlineData("drawing", "photo.png", "is not a photo")]
    [InlineData("polyglot", "photo.jpg", "is not a photo")]
    [InlineData("bomb", "photo.png", "more than the register takes")]
    [InlineData("tiny", "photo.png", "at least 100")]
    [InlineData("half a png", "photo.png", "damaged or not complete")]
    [InlineData("half a jpeg", "photo.jpg", "damaged or not complete")]
    [InlineData("large", "photo.png", "larger than 10 MB")]
    public async Task Post_WhatIsNoPhoto_IsRefusedInWordsAndKeepsTheRest(string what, string name, string message)
    {
        Assert.SkipUnless(CanUpload, NoTools);
        await using var work = app.Work();
        var slug = $"unseen-{what}-{name}".Replace(' ', '-').Replace('.', '-');
        await work.PrisonerAsync(Valid.Prisoner(slug.Replace('-', ' ')));
        using var editor = await app.SignInAsync(Role.Editor);
        var file = what switch
        {
            "renamed" => Pictures.Png(),
            "page" => "<html><script>alert(1)</script></html>"u8.ToArray(),
            "drawing" => "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"400\"><rect width=\"400\" height=\"400\"/></svg>"u8.ToArray(),
            "polyglot" => [.. Encoding.ASCII.GetBytes("%PDF-1.4\n"), .. await Pictures.JpegAsync()],
            "bomb" => Pictures.PixelBomb(),
            "tiny" => Pictures.Png(20, 20),
            "half a png" => Pictures.Png()[..2000],
            "half a jpeg" => (await Pictures.JpegAsync())[..1500],
            _ => new byte[PhotoWorkshop.MostBytes + 1],
        };

        using var answer = await SendAsync(editor, $"/prisoners/{slug}/photo", file, name);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.DocumentAsync();
        Assert.Contains(message, page.QuerySelector("#Input_File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("#Input_File", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Equal("A. Photographer", page.QuerySelector<IHtmlInputElement>("#Input_Credit")!.Value);
        Assert.False(await work.Context.Photos.AnyAsync(p => work.Context.Prisoners.Any(x => x.PrisonerId == p.PrisonerId && x.Slug == slug)));
    }

    [Fact]
    public async Task Post_TwelveMegabytesAndMore_IsTooLarge()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Huge Person"));
        using var editor = await app.SignInAsync(Role.Editor);

        using var answer = await SendAsync(editor, "/prisoners/huge-person/photo", new byte[13 * 1024 * 1024], "photo.png");

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Post_NoCreditOrPermission_IsAskedFor()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Uncredited Person"));
        using var editor = await app.SignInAsync(Role.Editor);

        using var answer = await SendAsync(editor, "/prisoners/uncredited-person/photo", null, "", ("Input.Credit", ""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Get_PhotoOfAPersonWhoIsNotPublic_IsNotThereForReaders()
    {
        await using var work = app.Work();
        var (id, hash) = await WithPhotoAsync(work, "Hidden Person");
        using var reader = app.Browser();
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/photos/{hash}-large.webp")).StatusCode);

        await work.Prisoners.SetPublicationAsync(id, Publication.Draft, Valid.Submission());

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/photos/{hash}-large.webp")).StatusCode);
        using var editor = await app.SignInAsync(Role.Editor);
        using var seen = await editor.GetAsync($"/photos/{hash}-small.webp");
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Equal("no-store", seen.Header("Cache-Control"));
    }

    [Fact]
    public async Task Get_WithheldPhoto_IsForEditorsOnly()
    {
        await using var work = app.Work();
        var (id, hash) = await WithPhotoAsync(work, "Shy Person");
        await work.Prisoners.SetConsentAsync(id, 1, new ConsentDetails { WithheldParts = [PersonPart.Photo] }, Valid.Submission("She asked"));
        using var reader = app.Browser();
        using var viewer = await app.SignInAsync(Role.Viewer);
        using var editor = await app.SignInAsync(Role.Editor);

        foreach (var somebody in new[] { reader, viewer })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await somebody.GetAsync($"/photos/{hash}-large.webp")).StatusCode);
            Assert.Null((await somebody.PageAsync("/prisoners/shy-person")).QuerySelector(".portrait img"));
            Assert.Null((await somebody.PageAsync("/prisoners?q=shy")).QuerySelector("img.thumb"));
        }

        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync($"/photos/{hash}-large.webp")).StatusCode);
        var history = await viewer.PageAsync("/prisoners/shy-person/history");
        Assert.DoesNotContain(hash, history.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TakeAway_DeletesThePixelsAndKeepsTheHashInTheHistory()
    {
        await using var work = app.Work();
        var (_, hash) = await WithPhotoAsync(work, "Gone Person");
        using var editor = await app.SignInAsync(Role.Editor);
        var page = await editor.PageAsync("/prisoners/gone-person/photo");

        using var sent = await editor.SubmitAsync(page, "/prisoners/gone-person/photo", [], button: "Take away");

        Assert.Equal("/prisoners/gone-person", sent.SentTo());
        Assert.False(await work.Context.PhotoFiles.AnyAsync(f => f.Hash == hash));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/photos/{hash}-large.webp")).StatusCode);
        Assert.Contains(await work.Context.Changes.ToListAsync(), c => c.Action == "photo.removed" && c.Before.Contains(hash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Post_TwoEditors_TheSecondSeesBothVersions()
    {
        await using var work = app.Work();
        await WithPhotoAsync(work, "Shared Person");
        using var editor = await app.SignInAsync(Role.Editor);
        using var other = await app.SignInAsync(Role.Editor);
        var (mine, theirs) = (await editor.PageAsync("/prisoners/shared-person/photo"), await other.PageAsync("/prisoners/shared-person/photo"));
        using var first = await other.SubmitAsync(theirs, "/prisoners/shared-person/photo", [("Input.Credit", "Their credit")]);

        using var second = await editor.SubmitAsync(mine, "/prisoners/shared-person/photo", [("Input.Credit", "My credit")]);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("Their credit", (await second.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithoutLibvips_SaysSoAndTheRestWorks()
    {
        await using var work = app.Work();
        await WithPhotoAsync(work, "Plain Person");
        await using var without = app.Another(("Photos:Tools", "/nonexistent"));
        using var editor = await without.SignInAsync(Role.Editor);

        var page = await editor.PageAsync("/prisoners/plain-person/photo");

        Assert.Contains("libvips is not installed", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("input[type=file]"));
        using var saved = await editor.SubmitAsync(page, "/prisoners/plain-person/photo", [("Input.Credit", "Somebody else")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    [Fact]
    public async Task Get_NobodyHasAPhoto_TheListHasNoFrames()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Frameless Person"));
        using var reader = app.Browser();

        Assert.Empty((await reader.PageAsync("/prisoners?q=frameless")).QuerySelectorAll(".thumb"));
        Assert.NotNull((await reader.PageAsync("/prisoners/frameless-person")).QuerySelector(".portrait-none"));
    }

    private static async Task<(Guid PrisonerId, string Hash)> WithPhotoAsync(Work work, string name)
    {
        var id = await work.PrisonerAsync(Valid.Prisoner(name));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        var details = new PhotoDetails { Credit = "A. Photographer", Permission = "CC BY 4.0" };
        await work.Photos.SetAsync(id, 0, details, new PreparedPhoto(hash, [1, 2, 3], 640, 800, [4, 5]), Valid.Submission());
        return (id, hash);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string address, byte[]? file, string name, params (string Field, string Value)[] changed)
    {
        var page = await browser.PageAsync(address);
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll<IHtmlInputElement>("main form[method=post] input[type=hidden]"))
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        foreach (var (field, value) in new[] { ("Input.Credit", "A. Photographer"), ("Input.Permission", "CC BY 4.0"), ("Input.TakenOn", "2019-05") }.Where(f => !changed.Any(c => c.Field == f.Item1)).Concat(changed))
            form.Add(new StringContent(value), field);
        if (file is not null)
            form.Add(new ByteArrayContent(file), "Input.File", name);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), form);
    }
}
