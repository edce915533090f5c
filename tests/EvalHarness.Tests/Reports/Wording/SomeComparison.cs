using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Reports.Wording;

/// <summary>Comparisons as statistics make them.</summary>
internal static class SomeComparison
{
    public static Metric Correct { get; } = new("answer-correctness", Unit.Ratio, Direction.Higher, "1");

    public static PairedComparison Of(
        double low, double high, string candidate = "hybrid", double? adjusted = 0.01, Metric? metric = null, int wins = 9, int losses = 5) =>
        new(candidate, "rag", metric ?? Correct, "all", 416, 90, new Estimate((low + high) / 2, low, high, 0.95, "clustered-t", 416), 0.01, adjusted, "sign-flip", wins, losses, 0.05, 1374);

    public static PairedComparison TooFew(string candidate = "hybrid", int n = 12) =>
        new(candidate, "rag", Correct, "all", n, 3, null, null, null, null, 4, 2, null, null);
}
