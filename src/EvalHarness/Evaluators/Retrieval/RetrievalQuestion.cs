using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Retrieval;

/// <summary>What was to be retrieved for a sample and what was, or why nothing can be measured.</summary>
internal sealed class RetrievalQuestion
{
    private readonly Func<IReadOnlyList<Metric>, IReadOnlyList<Score>>? without;

    private RetrievalQuestion(Func<IReadOnlyList<Metric>, IReadOnlyList<Score>> without) => this.without = without;

    private RetrievalQuestion(IReadOnlyList<GoldSpan> gold, IReadOnlyList<Ranked> ranking) => (Gold, Ranking) = (gold, ranking);

    public IReadOnlyList<GoldSpan> Gold { get; } = [];

    /// <summary>Best first; absent when nothing can be measured.</summary>
    public IReadOnlyList<Ranked>? Ranking { get; }

    public static RetrievalQuestion Of(Sample sample, Trace trace, Corpus corpus)
    {
        if (sample.Unanswerable)
            return new(m => m.NotApplicable("the question has no answer"));
        if (sample.Evidence.Count == 0)
            return new(m => m.NotApplicable("the sample names no evidence"));
        if (trace.Answer is not { } answer)
            return new(m => m.Failed(trace.Failure()));
        if (Retrieval.Ranking.Of(answer, corpus) is not { } ranking)
            return new(m => m.NotApplicable("the pipeline does not retrieve"));

        var gold = sample.Evidence.Select(evidence => GoldSpan.Find(evidence, corpus)).OfType<GoldSpan>().ToList();
        return gold.Count == sample.Evidence.Count
            ? new(gold, ranking)
            : new(m => m.NotScored($"{sample.Evidence.Count - gold.Count} gold quotes are not in corpus '{corpus.Name}'"));
    }

    /// <summary>The scores where there is no ranking.</summary>
    public IReadOnlyList<Score> Without(IReadOnlyList<Metric> metrics) => without!(metrics);
}
