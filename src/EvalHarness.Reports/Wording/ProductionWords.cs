using EvalHarness.Checkpoints;
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

    /// <summary>"2026-11-29 promote of production: helpdesk@2026-03 → helpdesk@2026-09 (verdict promote; no leak in its training data)".</summary>
    public static IReadOnlyList<string> Of(AliasRecord record) => record.Problem is { } problem
        ? [$"The registry of checkpoints cannot be believed: {problem.TrimEnd('.')}. See evalharness checkpoints verify."]
        : [.. record.Moves.Select(Move)];

    private static string Move(RegistryEntry entry)
    {
        var move = entry.Move!;
        string[] why =
        [
            move.Gate is { } gate ? $"verdict {gate.Verdict}" : "no verdict",
            move.Lint is { } lint ? lint.Leaks == 0 ? "no leak in its training data" : $"{Figure.Count(lint.Leaks)} leaks in its training data" : "its training data were not linted",
            .. move.Overridden.Count > 0 ? [$"against {List.Of(move.Overridden)}"] : Array.Empty<string>(),
            .. move.Reason is { } reason ? [reason] : Array.Empty<string>(),
        ];
        return $"{FormattableString.Invariant($"{entry.At.UtcDateTime:yyyy-MM-dd}")} {entry.Kind.ToString().ToLowerInvariant()} of {move.Alias}: {move.From ?? "nothing"} → {move.To} ({string.Join("; ", why)})";
    }

    private static string Share(Estimate estimate) => $"{Figure.Of(estimate.Value, Unit.Ratio)} {Figure.Interval(estimate, Unit.Ratio)}";
}
