using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Citations;

/// <summary>Joins an answer's sentences with its citations.</summary>
internal static class CitedAnswer
{
    /// <summary>Sentences that claim nothing are left out; a citation belongs to the sentence that shares most words with what it quotes, and without a quote to every sentence.</summary>
    public static IReadOnlyList<CitedSentence> Read(Reply reply)
    {
        var sentences = SentenceSplitter.Split(reply.Text).Select(span => reply.Text[span.Start..span.End]).Where(s => ClaimSplitter.Split(s).Count > 0).ToList();
        var documents = sentences.Select(_ => new List<string>()).ToList();
        foreach (var citation in reply.Citations)
        {
            foreach (var place in Places(citation, sentences))
                documents[place].Add(citation.Document);
        }

        return [.. sentences.Zip(documents, (text, cited) => new CitedSentence(text, [.. cited.Distinct(StringComparer.Ordinal)]))];
    }

    private static IEnumerable<int> Places(Citation citation, List<string> sentences)
    {
        if (citation.Sentence.Length == 0 || sentences.Count == 0)
            return Enumerable.Range(0, sentences.Count);
        var quoted = Stems(citation.Sentence);
        var best = Enumerable.Range(0, sentences.Count).MaxBy(i => Shared(quoted, Stems(sentences[i])));
        return Shared(quoted, Stems(sentences[best])) > 0 ? [best] : [];
    }

    private static double Shared(HashSet<string> left, HashSet<string> right) => left.Count(right.Contains) / (double)Math.Max(1, left.Count + right.Count);

    private static HashSet<string> Stems(string text) => [.. WordReader.Read(text).Where(w => w.IsContent).Select(w => w.Stem)];
}
