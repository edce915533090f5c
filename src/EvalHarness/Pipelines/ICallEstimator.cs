namespace EvalHarness.Pipelines;

/// <summary>Tells which calls a pipeline would make, without making any.</summary>
public interface ICallEstimator
{
    /// <summary>What is called before the first question: the embedding of a corpus.</summary>
    IReadOnlyList<CallEstimate> Preparation { get; }

    /// <summary>What is called for one answer.</summary>
    /// <param name="answer">How long the reply is expected to be, in tokens.</param>
    IReadOnlyList<CallEstimate> Calls(PipelineRequest request, TokenRange answer);
}
