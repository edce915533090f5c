using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators;

/// <summary>Turns a trace into scores. Stateless; called from several threads at once.</summary>
public interface IEvaluator
{
    /// <summary>Everything that its scores depend on besides sample and trace: scores are stored under it and made again when it changes.</summary>
    string Definition { get; }

    IReadOnlyList<Metric> Metrics { get; }

    /// <summary>One score for every metric, in their order.</summary>
    ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken);
}
