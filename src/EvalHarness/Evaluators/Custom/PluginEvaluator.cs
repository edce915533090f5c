using EvalHarness.Datasets;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Custom;

/// <summary>An evaluator of the user's: what it throws, how long it takes and what it returns concern one row, never the run.</summary>
internal sealed class PluginEvaluator(IEvaluator own, string definition, IReadOnlyList<Metric> metrics, PluginCalls calls) : IEvaluator
{
    public string Definition => definition;

    public IReadOnlyList<Metric> Metrics => metrics;

    /// <summary>A row without an answer is failed, and the user's class does not see it.</summary>
    public async ValueTask<IReadOnlyList<Score>> EvaluateAsync(Sample sample, Trace trace, CancellationToken cancellationToken)
    {
        if (trace.Answer is null)
            return metrics.Failed(trace.Failure());
        try
        {
            return ForeignScores.Of(metrics, await calls.CallAsync<IReadOnlyList<Score>>(async token => [.. await own.EvaluateAsync(sample, trace, token)], cancellationToken));
        }
        catch (PluginFailedException exception)
        {
            return metrics.NotScored($"its class {exception.Message}");
        }
    }
}
