using EvalHarness.Embedded.Reading;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Learning;

/// <summary>What the field classifiers see of a question: its words and pairs of words as written, their stems, and its manner.</summary>
internal static class TextFeatures
{
    // Enough passages to tell the subject; later ones are noise.
    private const int TitlesSeen = 3;

    /// <summary>Every present feature has the same value, so that long questions weigh no more than short ones.</summary>
    public static float Value(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);

    public static IReadOnlyCollection<string> OfQuestion(ReaderPrompt prompt)
    {
        var features = new HashSet<string>(StringComparer.Ordinal);
        var words = Words(prompt.Question);
        features.UnionWith(words.Select(w => "w:" + w));
        features.UnionWith(words.Zip(words.Skip(1), (a, b) => $"b:{a} {b}"));
        features.UnionWith(EnglishTerms.Of(prompt.Question).Select(t => "s:" + t));
        features.UnionWith(prompt.Earlier.SelectMany(EnglishTerms.Of).Select(t => "s:" + t));
        features.UnionWith(Manner(prompt.Question, words));
        return features;
    }

    /// <summary>The question's features and the titles of the first passages.</summary>
    public static IReadOnlyCollection<string> OfQuestionAndPassages(ReaderPrompt prompt)
    {
        var features = new HashSet<string>(OfQuestion(prompt), StringComparer.Ordinal);
        features.UnionWith(prompt.Passages.Take(TitlesSeen).SelectMany(p => EnglishTerms.Of(p.Title)).Select(t => "p:" + t));
        return features;
    }

    private static List<string> Words(string text) =>
        [.. text.ToLowerInvariant().Replace('’', '\'').Split([.. text.ToLowerInvariant().Where(c => !char.IsLetterOrDigit(c) && c is not ('\'' or '€' or '%')).Distinct()], StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> Manner(string question, IReadOnlyList<string> words)
    {
        yield return words.Count switch { <= 3 => "m:query", <= 12 => "m:short", <= 30 => "m:middle", _ => "m:long" };
        if (words.Count > 0)
            yield return "m:first " + words[0];
        if (question.Contains('!', StringComparison.Ordinal))
            yield return "m:!";
        if (!question.Contains('?', StringComparison.Ordinal))
            yield return "m:no ?";
    }
}
