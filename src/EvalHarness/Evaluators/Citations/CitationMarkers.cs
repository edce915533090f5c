using System.Globalization;
using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Language;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Reads the markers of a plain-text answer: <c>[2]</c> and <c>【2†source】</c> name the second passage, <c>[password-reset]</c> and <c>(source: password-reset)</c> a document, <c>[^1]</c> what its footnote names.</summary>
/// <remarks>What stands in code cites nothing.</remarks>
internal static partial class CitationMarkers
{
    /// <summary>A number beyond the passages stays as it is written: it cites nothing. Beside a list of sources no sentence is named: it is for the whole answer.</summary>
    public static IReadOnlyList<Citation> Read(string text, IReadOnlyList<Passage> passages)
    {
        var footnotes = Footnote().Matches(text).DistinctBy(note => note.Groups["mark"].Value).ToDictionary(note => note.Groups["mark"].Value, note => note.Groups["target"].Value.Trim(), StringComparer.Ordinal);
        var read = Unread().Replace(text, unread => new string(' ', unread.Length));
        return [.. from span in SentenceSplitter.Split(text)
            let sentence = new Lazy<string>(() => Cited(text[span.Start..span.End]))
            from Match marker in Marker().Matches(read[span.Start..span.End])
            from name in Names(marker.Groups["names"].Value, passages.Count)
            select new Citation(sentence.Value, Document(footnotes.GetValueOrDefault(name, name), passages))];
    }

    private static string Cited(string sentence) => ClaimSplitter.Clean(sentence) is var text && ClaimSplitter.ListsSources(text) ? "" : text;

    private static IEnumerable<string> Names(string names, int passages) =>
        names.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Name).Where(name => name.Length > 0).SelectMany(name => Expand(name, passages));

    /// <summary>What stands before the dagger of <c>1†source</c>; behind it where that is a name.</summary>
    private static string Name(string written)
    {
        var name = written.Trim('^', '[', ']', ' ', '.');
        if (name.Split('†') is not [var number, var source])
            return name;
        return source.Length == 0 || source.Equals("source", StringComparison.OrdinalIgnoreCase) ? number : source;
    }

    /// <summary><c>1-3</c>, where there are as many passages.</summary>
    private static IEnumerable<string> Expand(string name, int passages) =>
        name.Split('-', '–') is [var first, var last] && Number(first) is >= 1 and var from && Number(last) is { } to && to > from && to <= passages
            ? Enumerable.Range(from, to - from + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))
            : [name];

    private static string Document(string name, IReadOnlyList<Passage> passages) =>
        Number(name) is >= 1 and var number && number <= passages.Count ? passages[number - 1].Document : name;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        """
        \[(?!(?:x|sic)\])(?=[^\]]*[\p{L}\d])(?<names>\^?[\w.#/–-]+(?:\s*[,;]\s*\^?[\w.#/–-]+)*)\](?!\()
        |【(?<names>[^【】\n]{1,60})】
        |\(sources?\s*:\s*(?<names>[^()\n]{1,80})\)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^\[\^?(?<mark>[^\]\s]+)\]:[ \t]+(?<target>\S[^\n]*)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Footnote();

    /// <summary>Fenced code, inline code and the footnotes themselves.</summary>
    [GeneratedRegex(@"```.*?(?:```|\z)|`[^`\n]+`|^\[\^?[^\]\s]+\]:[^\n]*", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unread();
}
