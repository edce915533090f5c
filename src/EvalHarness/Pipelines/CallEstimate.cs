namespace EvalHarness.Pipelines;

/// <summary>A call that a pipeline would make, and what it would use.</summary>
/// <param name="Kind"><c>chat</c>, <c>embedding</c>, <c>rerank</c> or <c>service</c>.</param>
/// <param name="Endpoint">The endpoint's name; absent for a model in the program.</param>
/// <param name="Model">As the price table names it; absent when only the reply tells.</param>
/// <param name="Input">Absent when nothing tells beforehand.</param>
public sealed record CallEstimate(string Kind, string? Endpoint, string? Model, TokenRange? Input, TokenRange? Output)
{
    /// <summary>Calls that it takes, which share the tokens.</summary>
    public int Calls { get; init; } = 1;
}
