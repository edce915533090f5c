using ScottPlot;
using SkiaSharp;

namespace EvalHarness.Reports.Charts;

/// <summary>DejaVu Sans, carried in the assembly: on a machine without fonts charts would come out without any text and without an error.</summary>
internal static class ChartFont
{
    // A property, not a constant: reading it registers the font.
    public static string Family { get; } = "DejaVu Sans";

    private static readonly SKTypeface Regular = Load("DejaVuSans.ttf");
    private static readonly SKTypeface Bold = Load("DejaVuSans-Bold.ttf");

    static ChartFont()
    {
        Fonts.FontResolvers.Insert(0, new Resolver());
        Fonts.Default = Family;
    }

    public static SKFont Of(float size, bool bold = false) => new(bold ? Bold : Regular, size) { Subpixel = true, Edging = SKFontEdging.Antialias };

    /// <summary>In pixels.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using var font = Of(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>Lines no wider than asked for, broken between words.</summary>
    public static IReadOnlyList<string> Wrap(string text, float size, float width)
    {
        List<string> lines = [""];
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (Width(longer, size) <= width || lines[^1].Length == 0)
                lines[^1] = longer;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>The text, or as much of its beginning as fits.</summary>
    public static string Shorten(string text, float size, float width, bool bold = false)
    {
        var shown = text;
        while (Width(shown, size, bold) > width && shown.Length > 2)
            shown = shown[..^2] + "…";
        return shown;
    }

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream($"EvalHarness.Fonts.{file}");
        return SKTypeface.FromStream(stream);
    }

    private sealed class Resolver : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            fontName == Family ? weight >= FontWeight.SemiBold ? Bold : Regular : null;

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName == Family ? bold ? Bold : Regular : null;
    }
}
