using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using static PrisonerTracker.Web.LifeLines.LifeLineGeometry;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>Writes life lines as SVG: across in per cent, down in pixels, colours by class, since there is no inline style.</summary>
internal sealed class LifeLineSvg(HtmlEncoder encoder)
{
    /// <summary>The least widths that the large one is laid out for; the stylesheet shows the one that fits.</summary>
    public const int Narrow = 280;

    public const int Wide = 600;

    private const int SmallWidth = 120;
    private const double SmallHeight = 18;

    // Signs and fades that every drawing of the page refers to. Hidden by its size: with display:none some browsers would draw no fades.
    private const string Shared =
        """
        <svg class="life-signs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
        <linearGradient id="life-in"><stop offset="0" stop-opacity="0"></stop><stop offset="1"></stop></linearGradient>
        <linearGradient id="life-out"><stop offset="0"></stop><stop offset="1" stop-opacity="0"></stop></linearGradient>
        <path id="life-detention" d="M-4-7L7 0L-4 7Z"></path><circle id="life-release" r="5.5"></circle>
        <path id="life-decision" d="M0-7L6 0L0 7L-6 0Z"></path><path id="life-transfer" d="M-3-5L2 0L-3 5"></path>
        <path id="life-death" d="M0-10V10"></path><path id="life-expectedend" d="M4-9H0V9H4"></path>
        </defs></svg>
        """;

    private static IEnumerable<(LifeMarkKind Kind, string Meaning)> Legend =>
    [
        (LifeMarkKind.Detention, T("detained")), (LifeMarkKind.Decision, T("court decision")), (LifeMarkKind.Transfer, T("moved to another facility")),
        (LifeMarkKind.Release, T("released")), (LifeMarkKind.Death, T("died")), (LifeMarkKind.ExpectedEnd, T("expected end of the term")),
    ];

    private readonly StringBuilder _html = new();
    private double _width;

    public override string ToString() => _html.ToString();

    public void Signs() => _html.Append(Shared);

    public void Large(LifeLine line, IReadOnlyList<string> words)
    {
        Write($"<figure class=\"life-line\">");
        Drawing(LifeLineGeometry.Of(line, Narrow), "life-narrow");
        Drawing(LifeLineGeometry.Of(line, Wide), "life-wide");
        Write($"<figcaption><ul class=\"life-words\">");
        foreach (var sentence in words)
            Write($"<li>{encoder.Encode(sentence)}</li>");
        Write($"</ul><ul class=\"legend\" aria-hidden=\"true\">");
        foreach (var (kind, meaning) in Legend.Where(l => line.Marks.Any(m => m.Kind == l.Kind)))
            Write($"<li><svg class=\"life-key\" focusable=\"false\">{Use(kind, "50%", 9)}</svg>{encoder.Encode(meaning)}</li>");
        if (line.Rests.Count > 0)
            Write($"<li><svg class=\"life-key\" focusable=\"false\"><rect class=\"life-rest\" x=\"1\" width=\"16\" y=\"3\" height=\"12\"></rect></svg>{encoder.Encode(T("sentenced, not served"))}</li>");
        if (line.Bars.Any(b => b.IsRestriction))
            Write($"<li><svg class=\"life-key\" focusable=\"false\"><rect class=\"life-bar\" x=\"0\" width=\"18\" y=\"6\" height=\"6\"></rect></svg>{encoder.Encode(T("at home or in an open facility"))}</li>");
        Write($"</ul></figcaption></figure>");
    }

    public void Small(LifeLine line, DayRange days, IReadOnlyList<string> words)
    {
        var drawing = LifeLineGeometry.Of(line, SmallWidth, days, withLabels: false);
        _width = drawing.Width;
        var name = encoder.Encode(string.Join(". ", words));
        Write($"<svg class=\"life-small\" width=\"100%\" height=\"{SmallHeight}\" role=\"img\" aria-label=\"{name}\" focusable=\"false\">");
        Write($"<line class=\"life-axis\" x1=\"0\" x2=\"100%\" y1=\"9\" y2=\"9\"></line>");
        if (drawing.Today is { } today)
            Line("life-leader", today, 0, SmallHeight);
        Bars(drawing, top: 4, height: 10);
        foreach (var mark in drawing.Marks.Where(m => m.Mark.Kind is LifeMarkKind.Decision or LifeMarkKind.Release or LifeMarkKind.Death))
            Write($"{Use(mark.Mark.Kind, Share(mark.X), 9)}");
        Write($"</svg>");
    }

    /// <summary>Without words, within another drawing, as high as its width makes it.</summary>
    public void Within(LifeLine line, double x, double y, double width)
    {
        var drawing = LifeLineGeometry.Of(line, Wide, withLabels: false);
        var height = drawing.Height * width / Wide;
        Write($"<svg x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" viewBox=\"0 0 {Wide} {drawing.Height:0.##}\">");
        Content(drawing);
        Write($"</svg>");
    }

    private void Drawing(LifeLineGeometry drawing, string name)
    {
        Write($"<svg class=\"{name}\" width=\"100%\" height=\"{drawing.Height:0.##}\" aria-hidden=\"true\" focusable=\"false\">");
        Content(drawing);
        Write($"</svg>");
    }

    private void Content(LifeLineGeometry drawing)
    {
        _width = drawing.Width;
        var middle = drawing.BarTop + BarHeight / 2;
        Write($"<line class=\"life-axis\" x1=\"0\" x2=\"100%\" y1=\"{drawing.Axis:0.##}\" y2=\"{drawing.Axis:0.##}\"></line>");
        foreach (var tick in drawing.Ticks)
        {
            Line("life-axis", tick.X, drawing.Axis, drawing.Axis + 5);
            Write($"<text class=\"life-year\" x=\"{Share(tick.X)}\" y=\"{drawing.Axis + 18:0.##}\" text-anchor=\"{Anchor(tick.X)}\">{tick.Year:0000}</text>");
        }

        foreach (var label in drawing.Labels)
            Line("life-leader", label.X, drawing.LaneTop(label), middle);
        foreach (var today in drawing.Marks.Where(m => m.Mark.Kind is LifeMarkKind.Today or LifeMarkKind.TermEnd))
            Line("life-leader", today.X, drawing.BarTop - 4, drawing.Axis);
        Bars(drawing, drawing.BarTop, BarHeight);
        foreach (var mark in drawing.Marks.OrderBy(m => m.Mark.Kind).Where(m => m.Mark.Kind is not (LifeMarkKind.Today or LifeMarkKind.TermEnd)))
            Write($"{Use(mark.Mark.Kind, Share(mark.X), middle)}");
        foreach (var label in drawing.Labels)
            Label(label, drawing.LaneTop(label));
    }

    private void Bars(LifeLineGeometry drawing, double top, double height)
    {
        foreach (var rest in drawing.Rests)
        {
            if (rest.Sure > rest.From)
                Rect("life-rest", rest.From, rest.Sure, top + 1, height - 2);
            Rect("life-rest-soft", rest.Sure, rest.Possible, top, height);
        }

        foreach (var bar in drawing.Bars)
        {
            var (y, h) = bar.IsRestriction ? (top + height / 3, height / 3) : (top, height);
            Rect("life-bar-in", bar.StartFirst, bar.StartLast, y, h);
            Rect("life-bar", bar.StartLast, bar.EndFirst, y, h);
            Rect("life-bar-out", bar.EndFirst, bar.EndLast, y, h);
        }
    }

    private void Label(LabelBox label, double top)
    {
        var (indent, anchor) = label.IsBefore ? (-LifeLabels.Indent, "end") : (LifeLabels.Indent, "start");
        Write($"<text class=\"life-title\" x=\"{Share(label.X)}\" dx=\"{indent}\" y=\"{top + 11:0.##}\" text-anchor=\"{anchor}\">{encoder.Encode(label.Mark.Title)}</text>");
        Write($"<text class=\"life-text\" x=\"{Share(label.X)}\" dx=\"{indent}\" y=\"{top + 26:0.##}\" text-anchor=\"{anchor}\">{encoder.Encode(label.Mark.Text)}</text>");
    }

    private void Line(string name, double x, double from, double to) =>
        Write($"<line class=\"{name}\" x1=\"{Share(x)}\" x2=\"{Share(x)}\" y1=\"{from:0.##}\" y2=\"{to:0.##}\"></line>");

    private void Rect(string name, double from, double to, double top, double height)
    {
        if (to > from)
            Write($"<rect class=\"{name}\" x=\"{Share(from)}\" width=\"{Share(to - from)}\" y=\"{top:0.##}\" height=\"{height:0.##}\"></rect>");
    }

    private string Anchor(double x) => x < 16 ? "start" : x > _width - 16 ? "end" : "middle";

    private string Share(double x) => string.Create(CultureInfo.InvariantCulture, $"{100 * x / _width:0.##}%");

    private static string Use(LifeMarkKind kind, string x, double y)
    {
        var name = kind.ToString().ToLowerInvariant();
        return string.Create(CultureInfo.InvariantCulture, $"<use class=\"life-mark life-{name}\" href=\"#life-{name}\" x=\"{x}\" y=\"{y:0.##}\"></use>");
    }

    private void Write(FormattableString html) => _html.Append(html.ToString(CultureInfo.InvariantCulture));
}
