namespace EvalHarness.Experiments;

/// <summary>How else correctness is measured.</summary>
public sealed record CorrectnessOptions
{
    /// <summary>The judge that holds the answer's claims against the gold answer, and the gold answer's against the answer.</summary>
    public required string Judge { get; init; }
}
