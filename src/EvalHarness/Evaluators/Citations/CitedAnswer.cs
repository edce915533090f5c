using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Citations;

/// <summary>An answer's sentences, joined with its citations.</summary>
/// <param name="Sentences">Those that claim something; one that only abstains does not.</param>
/// <param name="Stray">Documents cited for a sentence that the answer does not hold.</param>
internal sealed record CitedAnswer(IReadOnlyList<CitedSentence> Sentences, IReadOnlyList<string> Stray)
{
    private const double LeastShared = 0.5;

    /// <summary>A citation belongs to the sentence that it quotes or shares most words with, and without a quote to every sentence.</summary>
    public static CitedAnswer Read(string text, IReadOnlyList<Citation> citations)
    {
        var statements = ClaimSplitter.Statements(text);
        var documents = statements.Select(_ => new List<string>()).ToList();
        var stray = new List<string>();
        foreach (var citation in citations)
        {
            var places = Places(citation, statements);
            places.ForEach(place => documents[place].Add(citation.Document));
            if (places.Count == 0)
                stray.Add(citation.Document);
        }

        var sentences = statements.Zip(documents).Where(s => s.First.Claims.Count > 0).Select(s => new CitedSentence(s.First.Text, [.. s.Second.Distinct(StringComparer.Ordinal)]));
        return new CitedAnswer([.. sentences], [.. stray.Distinct(StringComparer.Ordinal)]);
    }

    private static List<int> Places(Citation citation, IReadOnlyList<AnswerSentence> statements)
    {
        if (citation.Sentence.Length == 0 || statements.Count == 0)
            return [.. Enumerable.Range(0, statements.Count)];
        var quoted = ClaimSplitter.Clean(citation.Sentence);
        if (Enumerable.Range(0, statements.Count).FirstOrDefault(i => statements[i].Text == quoted, -1) is >= 0 and var same)
            return [same];
        var stems = Stems(quoted);
        var shared = statements.Select(s => Shared(stems, Stems(s.Text))).ToList();
        var best = shared.IndexOf(shared.Max());
        return stems.Count(Stems(statements[best].Text).Contains) >= LeastShared * stems.Count && shared[best] > 0 ? [best] : [];
    }

    private static double Shared(HashSet<string> left, HashSet<string> right) => left.Count(right.Contains) / (double)Math.Max(1, left.Count + right.Count);

    private static HashSet<string> Stems(string text) => [.. WordReader.Read(text).Where(w => w.IsContent).Select(w => w.Stem)];
}
