namespace EvalHarness.Experiments;

/// <summary>What is exported over OpenTelemetry; the OTEL_* variables say where to, and without them nothing is.</summary>
public sealed record TelemetryOptions
{
    /// <summary><c>none</c> or <c>otlp</c>.</summary>
    public string Export { get; init; } = "none";

    /// <summary>Whether prompts and answers are exported too.</summary>
    public bool Content { get; init; }
}
