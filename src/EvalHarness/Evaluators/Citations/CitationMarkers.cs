using System.Globalization;
using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Language;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Reads the markers of a plain-text answer: <c>[password-reset]</c> names a document, <c>[2]</c> the second passage.</summary>
internal static partial class CitationMarkers
{
    /// <summary>A number beyond the passages stays as it is written: it cites nothing.</summary>
    public static IReadOnlyList<Citation> Read(string text, IReadOnlyList<Passage> passages) =>
        [.. from span in SentenceSplitter.Split(text)
            let sentence = text[span.Start..span.End]
            from Match marker in Marker().Matches(sentence)
            from name in marker.Groups["names"].Value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            select new Citation(Marker().Replace(sentence, "").Trim(), Document(name, passages))];

    private static string Document(string name, IReadOnlyList<Passage> passages)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return name;
        return number >= 1 && number <= passages.Count ? passages[number - 1].Document : name;
    }

    [GeneratedRegex(@"\s*\[(?<names>[\w.#/-]+(?:\s*[,;]\s*[\w.#/-]+)*)\](?!\()", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
