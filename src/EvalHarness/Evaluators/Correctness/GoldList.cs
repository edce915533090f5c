using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>A gold answer that is several things, all of which are asked for: <c>Budapest, Vienna and Bratislava</c>.</summary>
internal static partial class GoldList
{
    private const int MostWordsOfItem = 4;

    /// <summary>The things; none where the gold answer is one thing, such as <c>Marks and Spencer</c>.</summary>
    public static IReadOnlyList<string> Items(string gold, ReadText question)
    {
        string[] parts = [.. Joint().Split(gold.Trim(' ', '"', '.')).Select(p => p.Trim()).Where(p => p.Length > 0)];
        if (parts.Length < 2 || !Array.TrueForAll(parts, p => p.Split(' ').Length <= MostWordsOfItem))
            return [];
        return AsksFor(question, parts.Length) && !Array.Exists(parts, p => Polarity.Lead(new ReadText(p)) is not null) ? parts : [];
    }

    private static bool AsksFor(ReadText question, int count) =>
        question.Words.Exists(w => w.Lexeme.Number == count) || (count == 2 && question.Words.Exists(w => w.Stem is "both" or "pair"));

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Joint();
}
