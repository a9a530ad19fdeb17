using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>What holds for every page, each loaded once and looked at in both themes, on a desk and on a small phone.</summary>
public abstract class PageTests(RunningRegister register)
{
    private const int Desk = 1280;
    private const int Phone = 320;

    private const string OpenEverything = "() => document.querySelectorAll('details').forEach(d => d.open = true)";
    private const string ContentWidth = "() => document.scrollingElement.scrollWidth";

    private const string TooWide = """
        () => [...document.querySelectorAll('body *')]
          .filter(e => { const box = e.getBoundingClientRect(); return box.width > 1 && (box.right > innerWidth || box.left < 0); })
          .map(e => e.cloneNode().outerHTML.slice(0, 120)).slice(-3).join(' ')
        """;

    // The forms of editors: a form with the list of all countries may reach the browser in two pieces; a tenth of what counts as good is no shift a person sees.
    private const double LeastShift = 0.01;

    // Injected once a page rather than through the package's RunAxe, which does so at every run: four times as quick.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Every level and the good practice beside it; target-size is left out by default. A theme changes colours and nothing else.
    private const string Violations = """
        colours => axe.run(document, {
          runOnly: colours ? ['cat.color'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: colours ? {} : { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        }).then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target}: ${node.html}`)))
        """;

    protected async Task LookAtAsync(PageCase page)
    {
        await using var window = await register.OpenAsync(page.SignedIn);
        var problems = new List<string>();

        await page.OpenAsync(window.Page);
        if (await LayoutShifts.OfAsync(window.Page) is var shifts && shifts.Sum > (page.SignedIn ? LeastShift : 0))
            problems.Add($"layout shift {string.Join(", then ", shifts.What)}");
        if (!page.SignedIn && !page.HasCookie)
            problems.AddRange((await window.Context.CookiesAsync()).Select(cookie => $"cookie {cookie.Name}"));

        await window.Page.EvaluateAsync(OpenEverything);
        await window.Page.EvaluateAsync(Axe);
        foreach (var width in new[] { Desk, Phone })
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            if (await window.Page.EvaluateAsync<int>(ContentWidth) is var wide && wide > width)
                problems.Add($"{wide} px wide on {width} px: {await window.Page.EvaluateAsync<string>(TooWide)}");
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                problems.AddRange((await window.Page.EvaluateAsync<string[]>(Violations, theme == ColorScheme.Dark && KeptPages.Folder is null)).Select(found => $"{theme}, {width} px: {found}"));
            }
        }

        problems.AddRange(window.Complaints());
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems.Prepend(window.Page.Url)));
    }
}

public sealed class PublicPageTests(RunningRegister register) : PageTests(register)
{
    public static TheoryData<string> Names => [.. PageCase.Public.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Page_BothThemesAndWidths_IsAccessibleQuietAndStill(string name) => LookAtAsync(PageCase.Public[name]);
}

/// <summary>
/// Every state in every other language when the pages are kept for the audits (docs/audits.md), which takes minutes. Otherwise where a
/// language or a direction shows a fault if there is one: all that readers see in Belarusian, the pages with the most layout in the others.
/// </summary>
public sealed class TranslatedPageTests(RunningRegister register) : PageTests(register)
{
    private static readonly string[] MostLayout = ["home", "list", "list, wrong filter", "Kalesnikava", "December event"];

    public static TheoryData<string> Names => KeptPages.Folder is not null ? [.. PageCase.Translated.Keys] :
    [
        .. PageCase.Public.Where(page => page.Value.Then is null).Select(page => $"{page.Key}, be").Where(PageCase.Translated.ContainsKey),
        .. MostLayout.SelectMany(page => new[] { $"{page}, ru", $"{page}, qps-plocm" }),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Page_BothThemesAndWidths_IsAccessibleQuietAndStill(string name) => LookAtAsync(PageCase.Translated[name]);
}

public sealed class EditingPageTests(RunningRegister register) : PageTests(register)
{
    public static TheoryData<string> Names => [.. PageCase.Editing.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Page_BothThemesAndWidths_IsAccessibleQuietAndStill(string name) => LookAtAsync(PageCase.Editing[name]);
}
