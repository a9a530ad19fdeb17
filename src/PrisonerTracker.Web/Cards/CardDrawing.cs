using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Xml;
using PrisonerTracker.Web.LifeLines;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Cards;

/// <summary>
/// The picture that stands for a profile where its address is shared: name, status and life line, and the photo when readers see one.
/// An SVG of the size that networks show (1200 by 630), in the colours of the light theme.
/// </summary>
internal sealed class CardDrawing(HtmlEncoder encoder)
{
    public const int Width = 1200;
    public const int Height = 630;

    /// <summary>The box the photo is cut to.</summary>
    public const int PhotoWidth = 224;
    public const int PhotoHeight = 280;

    private const int Margin = 72;
    private const int TextTop = 150;
    private const int LifeTop = 462;

    private const string Style =
        """
        <style>
        .serif{font-family:"Register Serif",serif} .sans{font-family:"Register Sans",sans-serif} .strong{font-weight:600}
        .life-bar{fill:#8a4208} .life-signs stop{stop-color:#8a4208} .life-bar-in{fill:url(#life-in)} .life-bar-out{fill:url(#life-out)}
        .life-rest{fill:none;stroke:#857d70;stroke-dasharray:3 3} .life-rest-soft{fill:url(#life-out);opacity:.35}
        .life-axis,.life-leader{stroke:#857d70} .life-year{font:12px "Register Sans",sans-serif;fill:#5a554d}
        .life-mark{fill:#1d1b18;stroke:#fdfcf9;stroke-width:1.5;paint-order:stroke} .life-release{fill:#fdfcf9;stroke:#1c6644;stroke-width:3}
        .life-transfer,.life-expectedend{fill:none;stroke:#1d1b18;stroke-width:2} .life-death{stroke:#544673;stroke-width:4}
        </style>
        """;

    private readonly StringBuilder _svg = new();

    /// <summary>Draws the card of a profile that was read as readers see it.</summary>
    /// <param name="profile">The person.</param>
    /// <param name="photo">The file of the photo beside the drawing; null without one.</param>
    /// <param name="today">The day the status is of.</param>
    public static string Of(ProfileModel profile, string? photo, DateOnly today)
    {
        var card = new CardDrawing(HtmlEncoder.Default);
        card.Draw(profile, photo, today);
        return card._svg.ToString();
    }

    private void Draw(ProfileModel profile, string? photo, DateOnly today)
    {
        Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\">");
        _svg.Append(Style);
        Write($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fdfcf9\"/>");
        Head(profile.Person.IsFictional);
        var right = Width - Margin;
        if (photo is not null)
        {
            right -= PhotoWidth + Margin / 2;
            Write($"<image href=\"{photo}\" x=\"{Width - Margin - PhotoWidth}\" y=\"{TextTop + 6}\" width=\"{PhotoWidth}\" height=\"{PhotoHeight}\"/>");
        }

        Texts(profile, right - Margin);
        if (LifeLine.Of(profile.Life) is { IsEmpty: false } line)
        {
            var life = new LifeLineSvg(encoder);
            life.Signs();
            life.Within(line, Margin, LifeTop, Width - 2 * Margin);
            _svg.Append(life);
        }

        Text("sans", Margin, Height - 36, 24, "#5a554d", T("As recorded on {0}", today));
        Write($"</svg>");
    }

    private void Head(bool isFictional)
    {
        Write($"<path fill=\"#24619a\" d=\"M72 48h44v44H72z\"/><path fill=\"#fff\" d=\"M81.6 54.9h4.1v30.2h-4.1zM92 54.9h4.1v30.2H92zM102.2 54.9h4.1v9.6h-4.1zM102.2 75.5h4.1v9.6h-4.1z\"/>");
        Text("serif strong", 134, 80, 32, "#1d1b18", "Prisoner Tracker");
        Write($"<path stroke=\"#857d70\" stroke-width=\"1.5\" d=\"M{Margin} 113H{Width - Margin}M{Margin} 118H{Width - Margin}\"/>");
        if (!isFictional)
            return;
        Write($"<rect x=\"{Width - Margin - 300}\" y=\"48\" width=\"300\" height=\"44\" fill=\"#1d1b18\"/>");
        Text("sans strong", Width - Margin - 150, 79, 26, "#fdfcf9", T("Fictional"), "middle");
    }

    private void Texts(ProfileModel profile, double width)
    {
        double y = TextTop;
        var (size, lines) = TextFit.Of(profile.Name, width, 2, 84, 72, 60, 52);
        foreach (var line in lines)
            Text("serif strong", Margin, y += size * 1.05, size, "#1d1b18", line);
        if (profile.OwnName is { } own)
        {
            (size, lines) = TextFit.Of(own.Full, width, 1, 42, 36, 30);
            Text("serif", Margin, y += size * 1.35, size, "#5a554d", lines[0], language: own.Language);
        }

        y += 22;
        var colour = profile.Person.Standing.StateClass() switch { "state-held" => "#8a4208", "state-free" => "#1c6644", "state-died" => "#544673", _ => "#5a554d" };
        (size, lines) = TextFit.Of(profile.Status, width, Math.Max(1, (int)((LifeTop - 16 - y) / 46)), 38, 34);
        foreach (var line in lines)
            Text("serif", Margin, y += size * 1.2, size, colour, line);
    }

    private void Text(string style, double x, double y, double size, string colour, string text, string anchor = "start", string? language = null) =>
        Write($"<text class=\"{style}\" x=\"{x:0.#}\" y=\"{y:0.#}\" font-size=\"{size}\" fill=\"{colour}\" text-anchor=\"{anchor}\"{(language is null ? "" : $" xml:lang=\"{encoder.Encode(language)}\"")}>{encoder.Encode(Readable(text))}</text>");

    // A control character would make the whole drawing unreadable.
    private static string Readable(string text) => string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));

    private void Write(FormattableString svg) => _svg.Append(svg.ToString(CultureInfo.InvariantCulture));
}
