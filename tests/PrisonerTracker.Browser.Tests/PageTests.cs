using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>
/// What holds for every page, each loaded once and looked at in both themes, on a desk and on a small phone. A theme changes colours and
/// nothing else, a width everything but colours, a language neither: outside the audits only what can change is looked at again.
/// </summary>
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

    // Every level and the good practice beside it; target-size is left out by default.
    private const string Violations = """
        which => axe.run(document, {
          runOnly: which === 'Colours' ? ['cat.color'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: which === 'Colours' ? {} : { 'target-size': { enabled: true }, 'color-contrast': { enabled: which === 'All' } },
          resultTypes: ['violations'],
        }).then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id} at ${node.target}: ${node.html}`)))
        """;

    private enum Rules
    {
        All,
        Colours,
        AllButColours,
    }

    protected async Task LookAtAsync(PageCase page, bool isTranslated = false)
    {
        await using var window = await register.OpenAsync(page.SignedIn);
        var problems = new List<string>();

        await page.OpenAsync(window.Page);
        if (await ShiftsAsync(page, window) is { Count: > 0 } shifts)
            problems.Add($"layout shift {string.Join(", then ", shifts)}");
        if (!page.SignedIn && !page.HasCookie)
            problems.AddRange((await window.Context.CookiesAsync()).Select(cookie => $"cookie {cookie.Name}"));

        await window.Page.EvaluateAsync(OpenEverything);
        await window.Page.EvaluateAsync(Axe);
        foreach (var width in new[] { Desk, Phone })
        {
            await window.Page.SetViewportSizeAsync(width, 900);
            if (await window.Page.EvaluateAsync<int>(ContentWidth) is var wide && wide > width)
                problems.Add($"{wide} px wide on {width} px: {await window.Page.EvaluateAsync<string>(TooWide)}");
            foreach (var (theme, rules) in Views(width, isTranslated))
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                problems.AddRange((await window.Page.EvaluateAsync<string[]>(Violations, rules.ToString())).Select(found => $"{theme}, {width} px: {found}"));
            }
        }

        problems.AddRange(window.Complaints());
        Assert.True(problems.Count == 0, string.Join(Environment.NewLine, problems.Prepend(window.Page.Url)));
    }

    private static (ColorScheme Theme, Rules Rules)[] Views(int width, bool isTranslated) => (KeptPages.Folder, width, isTranslated) switch
    {
        (not null, _, _) => [(ColorScheme.Light, Rules.All), (ColorScheme.Dark, Rules.All)],
        (_, Desk, false) => [(ColorScheme.Light, Rules.All), (ColorScheme.Dark, Rules.Colours)],
        (_, Phone, _) => [(ColorScheme.Light, Rules.AllButColours)],
        _ => [],
    };

    // What moves because of the page moves whenever it is opened; what moved once on a busy machine, where a font came between two frames, does not.
    private async Task<IReadOnlyList<string>> ShiftsAsync(PageCase page, Window window)
    {
        var shifts = await LayoutShifts.OfAsync(window.Page);
        for (var look = 0; look < 2 && shifts.Sum > (page.SignedIn ? LeastShift : 0); look++)
        {
            await using var again = await register.OpenAsync(page.SignedIn);
            await page.OpenAsync(again.Page);
            shifts = await LayoutShifts.OfAsync(again.Page);
        }

        return shifts.Sum > (page.SignedIn ? LeastShift : 0) ? shifts.What : [];
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
    public Task Page_BothThemesAndWidths_IsAccessibleQuietAndStill(string name) => LookAtAsync(PageCase.Translated[name], isTranslated: true);
}

public sealed class EditingPageTests(RunningRegister register) : PageTests(register)
{
    public static TheoryData<string> Names => [.. PageCase.Editing.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Page_BothThemesAndWidths_IsAccessibleQuietAndStill(string name) => LookAtAsync(PageCase.Editing[name]);
}
