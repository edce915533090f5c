namespace EvalHarness.Pipelines;

/// <summary>A service or program of somebody else: one call an answer, of a size that nothing tells beforehand; a recording makes none.</summary>
public sealed class ForeignCallEstimator(PipelineSpec spec) : ICallEstimator
{
    private const string Recorded = "recorded";

    public IReadOnlyList<CallEstimate> Preparation => [];

    public IReadOnlyList<CallEstimate> Calls(PipelineRequest request, TokenRange answer) =>
        spec.Kind == Recorded ? [] : [new CallEstimate("service", (string?)spec.Settings["endpoint"], (string?)spec.Settings["price_as"], null, null)];
}
