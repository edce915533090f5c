namespace EvalHarness.Comparisons;

/// <summary>How a difference in a metric is said: <c>hybrid answers correctly more often than rag</c>.</summary>
/// <param name="Higher">After the candidate's name, when its value is the higher.</param>
internal sealed record MetricPhrase(string Higher, string Lower)
{
    private static readonly Dictionary<string, MetricPhrase> Known = new(StringComparer.Ordinal)
    {
        ["success"] = Often("replies"),
        ["coverage"] = Often("answers"),
        ["answer-correctness"] = Often("answers correctly"),
        ["unsupported-answer"] = Often("makes unsupported claims"),
        ["format-strict"] = Often("keeps strictly to the format"),
        ["over-refusal"] = Often("refuses answerable questions"),
        ["abstention-correct"] = Often("rightly abstains"),
        ["latency-service-ms"] = new("is slower", "is faster"),
        ["latency-felt-ms"] = new("makes users wait longer", "makes users wait less long"),
        ["cost-usd"] = new("costs more", "costs less"),
    };

    public static MetricPhrase Of(string metric) => Known.GetValueOrDefault(metric) ?? new($"has a higher {metric}", $"has a lower {metric}");

    private static MetricPhrase Often(string does) => new($"{does} more often", $"{does} less often");
}
