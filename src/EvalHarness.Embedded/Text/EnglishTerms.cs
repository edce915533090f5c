using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace EvalHarness.Embedded.Text;

/// <summary>A text as the terms that it is compared by.</summary>
internal static class EnglishTerms
{
    private const int StartLength = 4;

    /// <summary>Shared: analysers keep their working parts per thread.</summary>
    public static Analyzer Analyzer { get; } = new EnglishTextAnalyzer();

    /// <summary>In the order of the text, repeated terms included.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        using var stream = Analyzer.GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        var terms = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
            terms.Add(term.ToString());
        stream.End();
        return terms;
    }

    /// <summary>The terms, and the first letters of the longer ones: other forms of a word have them in common.</summary>
    public static IReadOnlyList<string> WithStarts(IReadOnlyList<string> terms) =>
        [.. terms, .. terms.Where(t => t.Length > StartLength).Select(t => t[..StartLength] + "*")];
}
