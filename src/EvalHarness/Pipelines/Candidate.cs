using EvalHarness.Datasets;

namespace EvalHarness.Pipelines;

/// <summary>A passage that retrieval considered, and why it stands where it does. Ranks count from 1.</summary>
/// <param name="Span">Where it stands in the document; absent when the service does not say.</param>
/// <param name="RankBefore">Rank in the search.</param>
/// <param name="RankAfter">Rank after re-ranking; equal to the first without a re-ranker.</param>
/// <param name="ScoreParts">What the score is made of, by name: <c>bm25</c>, <c>proximity</c>.</param>
/// <param name="MatchedTerms">Question terms that the passage contains.</param>
/// <param name="Given">Whether the model was given it.</param>
public sealed record Candidate(
    string PassageId,
    string Document,
    TextSpan? Span,
    int RankBefore,
    int RankAfter,
    double Score,
    IReadOnlyDictionary<string, double> ScoreParts,
    IReadOnlyList<string> MatchedTerms,
    bool Given);
