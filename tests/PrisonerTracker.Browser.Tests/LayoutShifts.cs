using System.Globalization;
using Microsoft.Playwright;

namespace PrisonerTracker.Browser.Tests;

/// <summary>What moved on a page after it was painted, as the browser counts it.</summary>
internal sealed record LayoutShifts(double Sum, IReadOnlyList<string> What)
{
    private const string Script = """
        () => new Promise(done => {
          const shifts = [];
          const place = box => [box.x, box.y, box.width, box.height].map(Math.round).join(' ');
          const name = node => node?.nodeType === 1 ? node.cloneNode().outerHTML.slice(0, 120) : node?.nodeName ?? 'gone';
          const add = entries => entries.forEach(entry => shifts.push(
            `${entry.value} ` + entry.sources.map(s => `${name(s.node)} from ${place(s.previousRect)} to ${place(s.currentRect)}`).join(', ')));
          const observer = new PerformanceObserver(list => add(list.getEntries()));
          observer.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => { add(observer.takeRecords()); done(shifts); }));
        })
        """;

    public static async Task<LayoutShifts> OfAsync(IPage page)
    {
        var what = await page.EvaluateAsync<string[]>(Script);
        return new LayoutShifts(what.Sum(w => double.Parse(w.Split(' ')[0], CultureInfo.InvariantCulture)), what);
    }
}
