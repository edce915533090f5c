namespace EvalHarness.Pipelines.Chat;

/// <summary>Which model answers.</summary>
public sealed record ModelOptions
{
    /// <summary>Who serves it: <c>embedded</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The model's name at its provider.</summary>
    public string? Name { get; init; }

    /// <summary>A checkpoint <c>name@version</c>: the model is a tuned one.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>The name in the price table; prices that are assumptions make a scenario, and the report says so.</summary>
    public string? PriceAs { get; init; }

    /// <summary>Evidence scored below this makes the embedded reader abstain, in [0, 1].</summary>
    public double AbstainBelow { get; init; }
}
