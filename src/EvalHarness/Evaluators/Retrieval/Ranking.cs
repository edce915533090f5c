using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>What a pipeline retrieved, best first.</summary>
internal static class Ranking
{
    /// <summary>
    /// The candidates by rank after re-ranking, or the passages where there are no candidates; nothing for a pipeline that does not retrieve.
    /// Ties: score descending, then document id descending, as trec_eval breaks them.
    /// </summary>
    public static IReadOnlyList<Ranked>? Of(Answer answer, Corpus corpus)
    {
        if (answer.Candidates is { Count: > 0 } candidates)
            return [.. candidates.OrderBy(c => c.RankAfter).ThenByDescending(c => c.Score).ThenByDescending(c => c.Document, StringComparer.Ordinal).Select(c => Locate(c, answer, corpus))];
        return OfPassages(answer, corpus);
    }

    /// <summary>What the model was given, in the same order; nothing for a pipeline that does not retrieve.</summary>
    public static IReadOnlyList<Ranked>? OfPassages(Answer answer, Corpus corpus) =>
        answer.Passages is { } passages ? [.. InOrder(passages).Select(p => Locate(p, corpus))] : null;

    /// <summary>What the model was given: its passages, or the candidates marked so where a service tells those alone.</summary>
    public static IReadOnlyList<Ranked> Given(Answer answer, Corpus corpus) =>
        OfPassages(answer, corpus) ?? [.. (answer.Candidates ?? []).Where(c => c.Given).Select(c => Locate(c, answer, corpus))];

    /// <summary>A service that gives no scores gives them all alike: then its own order stands.</summary>
    private static IEnumerable<Passage> InOrder(IReadOnlyList<Passage> passages) =>
        passages.All(p => p.Score == passages[0].Score) ? passages : passages.OrderByDescending(p => p.Score).ThenByDescending(p => p.Document, StringComparer.Ordinal);

    private static Ranked Locate(Candidate candidate, Answer answer, Corpus corpus)
    {
        if (candidate.Span is null && answer.Passages?.FirstOrDefault(p => p.Id == candidate.PassageId) is { } passage)
            return Locate(passage, corpus) with { RankBefore = candidate.RankBefore };
        return new Ranked(candidate.Document, candidate.Span, null, candidate.RankBefore);
    }

    private static Ranked Locate(Passage passage, Corpus corpus) =>
        new(passage.Document, passage.Span ?? corpus.Find(passage.Document)?.Find(passage.Text), passage.Text);
}
