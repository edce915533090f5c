using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace EvalHarness.Reports.Charts;

/// <summary>Mends what the drawing library writes: text that scales, names that do not change, and words for readers who do not see the picture.</summary>
internal static partial class SvgText
{
    // Nearly as wide as DejaVu Sans, letter by letter, and found on other systems.
    private const string Families = "DejaVu Sans, Verdana, sans-serif";

    public static byte[] Finish(string svg, Sheet sheet)
    {
        var named = WithStableIds(svg).Replace($"font-family=\"{ChartFont.Family}\"", $"font-family=\"{Families}\"", StringComparison.Ordinal);
        var text = Letters().Replace(named, "x=\"${x}\" y=\"${y}\"");
        return Encoding.UTF8.GetBytes(NotXml().Replace(Root().Replace(text, root => Described(root, sheet), 1), ""));
    }

    /// <summary>The library counts ids through the whole process; here they begin anew with every picture.</summary>
    private static string WithStableIds(string svg)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (Match id in Ids().Matches(svg))
            names.TryAdd(id.Groups["id"].Value, $"c{names.Count}");
        return References().Replace(svg, m => names.TryGetValue(m.Groups["id"].Value, out var name) ? m.Groups["before"].Value + name + m.Groups["after"].Value : m.Value);
    }

    private static string Described(Match root, Sheet sheet) =>
        $"<svg{root.Groups["attributes"].Value} viewBox=\"0 0 {root.Groups["width"].Value} {root.Groups["height"].Value}\" role=\"img\">"
        + $"<title>{SecurityElement.Escape(sheet.Title)}</title><desc>{SecurityElement.Escape(sheet.AltText)}</desc>";

    [GeneratedRegex("<svg(?<attributes>[^>]*width=\"(?<width>[0-9.]+)\" height=\"(?<height>[0-9.]+)\")>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();

    /// <summary>A place for every letter: the first is enough, the font knows the rest.</summary>
    [GeneratedRegex("x=\"(?<x>[-0-9.]+), [^\"]*\" y=\"(?<y>[-0-9.]+), \"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Letters();

    /// <summary>Names come from files that people wrote, and may hold anything.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]", RegexOptions.None, 1000)]
    private static partial Regex NotXml();

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex("(?<before> id=\"|url\\(#|href=\"#)(?<id>[^\")]+)(?<after>\"|\\))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();
}
