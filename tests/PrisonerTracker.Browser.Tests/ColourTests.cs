using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>Whether colours can be read and told apart, by whoever looks, and are never the only thing that tells.</summary>
public sealed class ColourTests(RunningRegister register)
{
    private const double Text = 4.5;
    private const double Graphics = 3;

    /// <summary>CIEDE2000 between two fills that stand side by side: ten times what is just seen.</summary>
    private const double Apart = 10;

    // Drawn and read back, so that it does not matter how the stylesheet writes a colour.
    private const string Painted = """
        colours => {
          const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
          return colours.map(colour => {
            pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
            pen.fillRect(0, 0, 1, 1);
            pen.fillStyle = colour;
            pen.fillRect(0, 0, 1, 1);
            return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
          });
        }
        """;

    private const string Properties = "names => names.map(name => getComputedStyle(document.documentElement).getPropertyValue('--' + name))";

    /// <summary>What each part of a drawing is filled with, its own transparency included.</summary>
    private const string Fills = """
        names => names.map(name => {
          const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
          svg.innerHTML = `<rect class="${name}"></rect>`;
          const { fill, fillOpacity } = getComputedStyle(svg.firstChild);
          svg.remove();
          return fillOpacity === '1' ? fill : fill.replace('rgb(', 'rgba(').replace(')', `, ${fillOpacity})`);
        })
        """;

    /// <summary>The shape of the mark before the word, without any colour; a filled one is told by its ground.</summary>
    private const string Marks = """
        () => Object.fromEntries([...document.querySelectorAll('.state')].map(state => {
          const mark = getComputedStyle(state, '::before'), is = name => mark[name];
          const solid = is('backgroundColor') === is('borderTopColor') || is('backgroundImage') !== 'none';
          const widths = ['Top', 'Right', 'Bottom', 'Left'].map(side => is(`border${side}Width`));
          return [state.className, [is('content'), is('width'), is('height'), ...widths, is('borderTopStyle'), is('borderTopLeftRadius'), is('clipPath'), solid].join(' ')
            + (state.textContent.trim() === '' ? ' without a word' : '')];
        }))
        """;

    private static readonly string[] Grounds = ["paper", "sheet"];
    private static readonly string[] Written = ["ink", "soft", "accent", "wrong", "held", "free", "died"];

    /// <summary>Fills that stand side by side in one drawing.</summary>
    private static readonly (string One, string Other)[] Neighbours =
    [
        ("chart-certain", "chart-possible"), ("chart-detained", "chart-released"), ("chart-held", "chart-all"),
        ("bar-matched", "bar-named"), ("bar-named", "bar-rest"), ("bar-matched", "bar-rest"),
        ("swatch-held", "swatch-free"), ("swatch-held", "swatch-died"), ("swatch-free", "swatch-died"),
    ];

    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, -1.1848, -84.8006, 50, 0, -82.7485, 1.0000)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373)]
    [InlineData(2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Difference_PairsOfThePaper_AreAsPublished(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, Colour.Difference((l1, a1, b1), (l2, a2, b2)), 0.0001);

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Colours_OnPaperAndSheet_HaveContrast(ColorScheme theme)
    {
        await using var window = await OpenAsync(theme);
        var colours = await ColoursAsync(window.Page, Properties, [.. Grounds, .. Written, "on-accent", "edge"]);

        (string On, string Ground, double Least)[] pairs =
        [
            .. Grounds.SelectMany(ground => Written.Select(on => (on, ground, Text))),
            .. Grounds.Select(ground => ("edge", ground, Graphics)),
            ("on-accent", "accent", Text), ("paper", "ink", Text),
        ];
        var problems = from pair in pairs
                       let contrast = Colour.Contrast(colours[pair.On], colours[pair.Ground])
                       where contrast < pair.Least
                       select $"{pair.On} on {pair.Ground}: {contrast:0.00}, at least {pair.Least}";
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Fills_SideBySide_AreToldApartWithAnyCones(ColorScheme theme)
    {
        await using var window = await OpenAsync(theme);
        var fills = await ColoursAsync(window.Page, Fills, [.. Neighbours.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct()]);

        var problems = from pair in Neighbours
                       from sight in Sight.All
                       let difference = Colour.Difference(fills[pair.One].SeenWith(sight), fills[pair.Other].SeenWith(sight))
                       where difference < Apart
                       select $"{pair.One} and {pair.Other}, {sight.Name}: {difference:0.0}, at least {Apart}";
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(ColorScheme.Light, ForcedColors.None)]
    [InlineData(ColorScheme.Light, ForcedColors.Active)]
    [InlineData(ColorScheme.Dark, ForcedColors.Active)]
    public async Task States_WithoutColour_HaveAWordAndAShapeOfTheirOwn(ColorScheme theme, ForcedColors forced)
    {
        await using var window = await OpenAsync(theme, "/design", forced);
        var marks = await window.Page.EvaluateAsync<Dictionary<string, string>>(Marks);

        Assert.True(marks.Count >= 4, string.Join(Environment.NewLine, marks));
        Assert.Equal(marks.Count, marks.Values.Distinct().Count());
        Assert.DoesNotContain(marks.Values, mark => mark.StartsWith("none", StringComparison.Ordinal) || mark.EndsWith("without a word", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Drawings_InForcedColours_AreSeenOnTheGround(ColorScheme theme)
    {
        await using var window = await OpenAsync(theme, forced: ForcedColors.Active);
        var fills = await ColoursAsync(window.Page, Fills, ["chart-certain", "chart-detained", "chart-released", "chart-held", "bar-matched", "life-bar", "life-mark"]);
        var ground = (await window.Page.EvaluateAsync<int[][]>(Painted, new[] { "Canvas" }))[0];

        var problems = fills
            .Select(fill => (fill.Key, Contrast: Colour.Contrast(fill.Value, Colour.FromScreen(ground[0], ground[1], ground[2]))))
            .Where(fill => fill.Contrast < Graphics)
            .Select(fill => $"{fill.Key}: {fill.Contrast:0.00}, at least {Graphics}");
        Assert.Empty(problems);
    }

    private static async Task<Dictionary<string, Colour>> ColoursAsync(IPage page, string script, string[] names)
    {
        var written = await page.EvaluateAsync<string[]>(script, names);
        var painted = await page.EvaluateAsync<int[][]>(Painted, written);
        return names.Zip(painted, (name, c) => KeyValuePair.Create(name, Colour.FromScreen(c[0], c[1], c[2]))).ToDictionary();
    }

    private async Task<Window> OpenAsync(ColorScheme theme, string address = "/about", ForcedColors forced = ForcedColors.None)
    {
        var window = await register.OpenAsync(signedIn: address == "/design");
        await window.Page.EmulateMediaAsync(new() { ColorScheme = theme, ForcedColors = forced });
        await window.Page.GotoAsync(address);
        return window;
    }
}
