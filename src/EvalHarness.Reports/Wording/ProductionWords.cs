using EvalHarness.Comparisons;
using EvalHarness.Decisions.Production;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>How retrieval and checkpoints hold up, in sentences.</summary>
public static class ProductionWords
{
    public static IEnumerable<string> Of(RetrievalLine line, RunReport report)
    {
        var name = ArmWords.First(line.Arm);
        yield return $"{name}, {line.Metric}: {string.Join("; ", line.Recall.Select(r => $"{(r.Slice == Slice.All ? "all" : r.Slice)} {Share(r.Estimate)}"))}";
        if (line.Search.Count > 0)
            yield return $"{name}, search alone: {string.Join("; ", line.Search.Select(s => $"{s.Quantile} {Figure.Of(s.Estimate.Value, Unit.Milliseconds)} {Figure.Interval(s.Estimate, Unit.Milliseconds)}"))} ({BadgeWords.For("latency-search-ms", report)})";
        if (line.Unused is { } unused)
            yield return $"{name}, retrieved and no evidence: {Share(unused)}";
    }

    /// <summary>"fine-tuned@2026-09 against fine-tuned, Answers correct: +7.2 points [+3.1, +11.3], p = 0.002, n = 335".</summary>
    public static string Of(CheckpointLine line)
    {
        var numbers = line.Difference is { } d
            ? $"{Figure.OfDifference(d.Value, line.Metric.Unit)} {Figure.IntervalOfDifference(d, line.Metric.Unit)}{(line.PAdjusted is { } p ? $", p adjusted {Figure.P(p)}" : "")}, n = {Figure.Count(line.N)}"
            : $"not enough rows ({Figure.Count(line.N)})";
        return $"{line.Pipeline} against {line.Against}, {MetricCatalogue.For(line.Metric, line.Metric.Id).Label}: {numbers}";
    }

    /// <summary>"fine-tuned: never 3.1 % [1.2, 7.6] (n = 128); once …".</summary>
    public static IReadOnlyList<string> Taught(IReadOnlyList<TaughtLine> lines) =>
        [.. lines.GroupBy(l => l.Arm).Select(g => $"{ArmWords.First(g.Key)}: {string.Join("; ", g.Select(l => $"{l.Times} {Share(l.Right)} (n = {Figure.Count(l.Right.N)})"))}")];

    private static string Share(Estimate estimate) => $"{Figure.Of(estimate.Value, Unit.Ratio)} {Figure.Interval(estimate, Unit.Ratio)}";
}
