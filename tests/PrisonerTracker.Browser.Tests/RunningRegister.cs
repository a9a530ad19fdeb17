using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Identity;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>
/// The whole application on a free port, with the real sample data in a database of its own, and a browser to open it with; one for
/// all tests. Beside the sample data there is one draft, released on the day of the December event and not attached to it, an entry in
/// each catalogue that the sample data leaves empty, and a merge, a bulk action and a list that can be undone.
/// </summary>
public sealed class RunningRegister : WebApplicationFactory<Web.Program>, IAsyncLifetime
{
    public const string Draft = "draft-person";
    public const string Editor = "editor@rights.example";
    public const string Password = "three grey herons at dusk";

    private readonly RegisterDatabases _databases = new();
    private readonly Register _register;
    private Chromium? _chromium;
    private string? _signedIn;

    public RunningRegister() => _register = new Register(_databases);

    private Chromium Browser => _chromium ?? throw new InvalidOperationException("The browser is not started.");

    public async ValueTask InitializeAsync()
    {
        _chromium = await Chromium.StartAsync();
        await _databases.InitializeAsync();
        await _register.InitializeAsync();
        UseKestrel(0);
        StartServer();
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SampleData>().LoadAsync();
            await scope.ServiceProvider.GetRequiredService<Accounts>().AddAsync(Editor, Role.Editor, Password);
        }

        await using var work = Work();
        var person = await work.Prisoners.AddAsync(Valid.Prisoner("Draft Person"), Valid.Submission());
        var added = await work.Imprisonments.AddAsync(person.Subjects[0], Valid.Imprisonment(), Valid.Submission());
        await work.Releases.RecordAsync(added.Subjects[1], 1, Valid.Release("2025-12-13"), Valid.Submission());
        var tag = await work.Tags.AddAsync(new TagDetails { Name = LocalizedText.English("The case of a newsroom"), ShownToReaders = true }, Valid.Submission());
        await work.Catalogue.AddJudgeAsync(new JudgeDetails { Country = "BY", Name = LocalizedText.English("Judge of the tests") }, Valid.Submission());
        await RecordWhatCanBeUndoneAsync(work, person.Subjects[0], tag.Subjects[0]);
        _signedIn = await SignInAsync();
    }

    public Work Work() => _register.Work();

    /// <summary>A new window that shares nothing with the others.</summary>
    public async Task<Window> OpenAsync(bool signedIn = false, bool scripts = true, bool drawings = true)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = ClientOptions.BaseAddress.ToString(),
            JavaScriptEnabled = scripts,
            ExtraHTTPHeaders = drawings ? null : [new(WithoutDrawings.Header, "1")],
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = signedIn ? _signedIn : null,
            ViewportSize = new() { Width = 1280, Height = 900 },
        });
        return new Window(context, await context.NewPageAsync(), ClientOptions.BaseAddress);
    }

    public override async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        await base.DisposeAsync();
        await _register.DisposeAsync();
        await _databases.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:PrisonerTracker", _register.Database.AppConnectionString);
        builder.UseSetting("Site:MirrorLanguage", "true");
        builder.UseSetting("Logs:Console", "false");
        builder.UseSetting("Logs:Folder", "");
        builder.UseSetting("ReloadStaticAssetsAtRuntime", "false"); // as published: compressed beforehand and cached for good
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(_register.Clock);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            services.AddSingleton<IStartupFilter, WithoutDrawings>();
            if (KeptPages.Folder is { } folder)
                services.AddSingleton<IStartupFilter>(new KeptPages(folder));
        });
    }

    /// <summary>A merge, a bulk action and a list of names, none of which a reader sees.</summary>
    private static async Task RecordWhatCanBeUndoneAsync(Work work, Guid draft, Guid tag)
    {
        var kept = (await work.Prisoners.AddAsync(Valid.Prisoner("Merged Person"), Valid.Submission())).Subjects[0];
        var absorbed = (await work.Prisoners.AddAsync(Valid.Prisoner("Persona Merged"), Valid.Submission())).Subjects[0];
        var preview = await work.Merges.PreviewAsync(kept, absorbed);
        await work.Merges.MergeAsync(new() { KeptId = kept, AbsorbedId = absorbed, State = preview.State, Taken = preview.Taken }, Valid.Submission());

        var action = (await work.Bulk.ChooseAsync(null, [draft], null, Valid.Submission())).Subjects[0];
        await work.Bulk.SetAsync(action, 2, new BulkDetails { Kind = BulkKind.Tag, TagId = tag }, Valid.Submission());
        await work.BulkRecorder().ApplyAsync(action, 3, Valid.Submission());

        var exchange = await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent() with { HappenedOn = PartialDate.Parse("2024-02-03") }, Valid.Submission());
        var pasted = await work.Lists.PasteAsync(new PastedList { ReleaseEventId = exchange.Subjects[0], Text = "Nichto Nieviadomy", ListYear = 2024 }, Valid.Submission());
        await work.ListMatching.MatchAllAsync(pasted.Subjects[0]);
        var line = (await work.Context.ListAsync(pasted.Subjects[0]))!.Lines.Single();
        await work.Lists.DecideAsync(pasted.Subjects[0], [new LineChange(line.ListLineId, line.Version, new LineAnswer(LineDecision.NamedOnly), null)], Valid.Submission());
        await work.ListRecorder.ApplyAsync(pasted.Subjects[0], ListQueries.StateOf((await work.Context.ListAsync(pasted.Subjects[0]))!), Valid.Submission());
    }

    private async Task<string> SignInAsync()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync();
        return await window.Context.StorageStateAsync();
    }
}
