using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 16.x and 14.2: what readers type and who they are is in no log.</summary>
public sealed class LoggingTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Secret = "Kalesnikava7f3a";

    [Theory]
    [InlineData("")]
    [InlineData("&fault=bug")]
    [InlineData("&fault=database")]
    [InlineData("&fault=request")]
    public async Task Request_WithSecrets_LeavesNoneInTheLog(string fault)
    {
        var folder = Directory.CreateTempSubdirectory("register-logs");
        string email;
        await using (var logged = app.Another(("Logs:Folder", folder.FullName)))
        {
            email = (await logged.AddUserAsync(Role.Viewer)).Email!;
            using var browser = logged.Browser();
            browser.Client.DefaultRequestHeaders.Add("User-Agent", Secret);
            browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", Secret);
            await browser.SignInAsync(email, RegisterApp.Password);
            await browser.GetAsync($"/?q={Secret}{fault}");
            await browser.GetAsync($"/{Secret}?q={Secret}");
            var form = await browser.PageAsync("/account/password");
            form.QuerySelector("main form")!.SetAttribute("action", $"/account/password?q={Secret}{fault}");
            await browser.SubmitAsync(form, "", [("Current", Secret), ("Chosen", Secret)]);
        }

        var log = string.Concat(folder.GetFiles().Select(f => File.ReadAllText(f.FullName)));
        folder.Delete(recursive: true);
        Assert.Contains("POST /account/password", log, StringComparison.Ordinal);
        Assert.Contains("GET (no route) 404", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(email, log, StringComparison.OrdinalIgnoreCase);
        if (fault == "&fault=bug")
        {
            Assert.Contains("System.FormatException", log, StringComparison.Ordinal);
            Assert.Contains("OnPageHandlerExecutionAsync", log, StringComparison.Ordinal);
        }
    }
}
