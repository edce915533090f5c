namespace EvalHarness.Pipelines;

/// <summary>A timed part of answering.</summary>
/// <param name="Name">Kebab-case: it becomes the metric <c>latency-&lt;name&gt;-ms</c>.</param>
public readonly record struct Stage(string Name)
{
    /// <summary>Names of latencies that are no stage: a service's own stages have others.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["service", "felt", "queue", "retried", "first-token", "per-output-token"];

    public static Stage Embed { get; } = new("embed");

    public static Stage Search { get; } = new("search");

    public static Stage Rerank { get; } = new("rerank");

    public static Stage Prompt { get; } = new("prompt");

    public static Stage Generate { get; } = new("generate");
}
