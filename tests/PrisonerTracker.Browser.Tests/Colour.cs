namespace PrisonerTracker.Browser.Tests;

/// <summary>A colour in linear sRGB, each part from 0 to 1.</summary>
public sealed record Colour(double Red, double Green, double Blue)
{
    /// <summary>The largest distance in hue that lies on one side of the circle, in degrees.</summary>
    private const double HalfCircle = 180;

    private static readonly double Pow25To7 = Math.Pow(25, 7);

    /// <summary>From parts of 0 to 255, as a screen shows them (IEC 61966-2-1).</summary>
    public static Colour FromScreen(int red, int green, int blue) => new(Linear(red), Linear(green), Linear(blue));

    /// <summary>WCAG 2.2: from 1 to 21.</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (light, dark) = (Math.Max(one.Luminance, other.Luminance), Math.Min(one.Luminance, other.Luminance));
        return (light + 0.05) / (dark + 0.05);
    }

    /// <summary>
    /// CIEDE2000 with all weights 1: 1 is hardly seen side by side. G. Sharma, W. Wu, E. N. Dalal, “The CIEDE2000 color-difference formula”,
    /// Color Research and Application 30 (2005), 21–30.
    /// </summary>
    public static double Difference(Colour one, Colour other) => Difference(one.Lab(), other.Lab());

    public static double Difference((double L, double A, double B) one, (double L, double A, double B) other)
    {
        var stretch = 1.5 - 0.5 * Math.Sqrt(Part7((Math.Sqrt(one.A * one.A + one.B * one.B) + Math.Sqrt(other.A * other.A + other.B * other.B)) / 2));
        var (a1, a2) = (one.A * stretch, other.A * stretch);
        var (c1, c2) = (Math.Sqrt(a1 * a1 + one.B * one.B), Math.Sqrt(a2 * a2 + other.B * other.B));
        var (h1, h2) = (Hue(a1, one.B), Hue(a2, other.B));
        var isGrey = c1 * c2 == 0;

        var turn = isGrey ? 0 : h2 - h1 > HalfCircle ? h2 - h1 - 360 : h2 - h1 < -HalfCircle ? h2 - h1 + 360 : h2 - h1;
        var (lightness, chroma, hue) = (other.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Sin(turn / 2));

        var (l, c) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var h = isGrey ? h1 + h2 : Math.Abs(h1 - h2) <= HalfCircle ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
        var t = 1 - 0.17 * Cos(h - 30) + 0.24 * Cos(2 * h) + 0.32 * Cos(3 * h + 6) - 0.20 * Cos(4 * h - 63);
        var fromMiddle = (l - 50) * (l - 50);
        lightness /= 1 + 0.015 * fromMiddle / Math.Sqrt(20 + fromMiddle);
        chroma /= 1 + 0.045 * c;
        hue /= 1 + 0.015 * c * t;
        var rotation = -2 * Math.Sqrt(Part7(c)) * Sin(60 * Math.Exp(-(h - 275) / 25 * ((h - 275) / 25)));
        return Math.Sqrt(lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue);
    }

    /// <summary>The colour as somebody sees it.</summary>
    public Colour SeenWith(Sight sight)
    {
        var (red, green, blue) = this;
        return new Colour(Part(0), Part(3), Part(6));

        double Part(int row) => Math.Clamp(sight.Matrix[row] * red + sight.Matrix[row + 1] * green + sight.Matrix[row + 2] * blue, 0, 1);
    }

    private double Luminance => 0.2126 * Red + 0.7152 * Green + 0.0722 * Blue;

    /// <summary>CIELAB under D65.</summary>
    private (double L, double A, double B) Lab()
    {
        var x = Root((0.4124564 * Red + 0.3575761 * Green + 0.1804375 * Blue) / 0.95047);
        var y = Root(0.2126729 * Red + 0.7151522 * Green + 0.0721750 * Blue);
        var z = Root((0.0193339 * Red + 0.1191920 * Green + 0.9503041 * Blue) / 1.08883);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double Linear(int part) => part / 255.0 is var p && p <= 0.04045 ? p / 12.92 : Math.Pow((p + 0.055) / 1.055, 2.4);

    private static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;

    private static double Part7(double chroma) => Math.Pow(chroma, 7) is var power ? power / (power + Pow25To7) : 0;

    private static double Hue(double a, double b) => a == 0 && b == 0 ? 0 : (Math.Atan2(b, a) * HalfCircle / Math.PI + 360) % 360;

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / HalfCircle);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / HalfCircle);
}

/// <summary>
/// What an eye without one kind of cone makes of a colour: matrices for linear sRGB at full severity. G. M. Machado, M. M. Oliveira,
/// L. A. F. Fernandes, “A Physiologically-based Model for Simulation of Color Vision Deficiency”, IEEE Transactions on Visualization and
/// Computer Graphics 15 (2009), 1291–1298, table of the supplement.
/// </summary>
public sealed record Sight(string Name, IReadOnlyList<double> Matrix)
{
    public static readonly IReadOnlyList<Sight> All =
    [
        new("all cones", [1, 0, 0, 0, 1, 0, 0, 0, 1]),
        new("protanopia", [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]),
        new("deuteranopia", [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]),
        new("tritanopia", [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]),
    ];
}
