using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Learning;

/// <summary>What the field classifiers see of a text.</summary>
internal static class TextFeatures
{
    private const int RanksSeen = 2;

    /// <summary>Every present feature has the same value, so that long questions weigh no more than short ones.</summary>
    public static float Value(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);

    /// <summary>For what a text is about: its terms.</summary>
    public static IReadOnlyCollection<string> Subject(string text) => EnglishTerms.WithStarts(EnglishTerms.Of(text)).ToHashSet(StringComparer.Ordinal);

    /// <summary>As <see cref="Subject(string)"/>, and the documents of the passages, the first ones by their rank as well.</summary>
    public static IReadOnlyCollection<string> Subject(string text, IReadOnlyList<string> documents) =>
    [
        .. Subject(text),
        .. documents.Distinct(StringComparer.Ordinal).Select(d => "d:" + d),
        .. documents.Take(RanksSeen).Select((d, rank) => $"d{rank}:{d}"),
    ];

    /// <summary>For how pressing a question is: words and pairs of words as they were written, their terms, and its manner.</summary>
    public static IReadOnlyCollection<string> Manner(string question)
    {
        var words = Words(question);
        return new HashSet<string>(
            [.. words.Select(w => "w:" + w), .. words.Zip(words.Skip(1), (a, b) => $"b:{a} {b}"), .. EnglishTerms.Of(question), .. Signs(question, words)],
            StringComparer.Ordinal);
    }

    /// <summary>For whether a human must act, which depends on the answer as well: "only support can".</summary>
    /// <param name="answer">Absent when the reply abstains.</param>
    public static IReadOnlyCollection<string> Need(string question, string? answer) =>
        [.. Manner(question), .. answer is null ? ["a:none"] : EnglishTerms.Of(answer).Distinct(StringComparer.Ordinal).Select(t => "a:" + t)];

    private static List<string> Words(string text) =>
        [.. new string([.. text.ToLowerInvariant().Select(c => c == '’' ? '\'' : char.IsLetterOrDigit(c) || c is '\'' or '€' or '%' ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> Signs(string question, IReadOnlyList<string> words)
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
