using EvalHarness.Decisions;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Tables;

/// <summary><c>effects</c>: what retrieval and tuning add, how many times as much arms cost, take and read, what a retry until the reply is valid costs, and where retrieval hurts the tuned model.</summary>
internal sealed class EffectsTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("effects", Columns(report.Manifest.Id), report.Decision is { } decision ? Lines(decision) : [], cancellationToken);

    private static IEnumerable<Line> Lines(Decision decision) =>
    [
        .. decision.Factorial.Select(e => new Line("factorial", e.Kind, null, null, "all", e.Estimate, e.P)),
        .. decision.Ratios.Select(r => new Line("ratio", r.Metric.Id, r.Above, r.Below, "all", r.Ratio, null)),
        .. decision.Retries.SelectMany(RetryLines),
        .. decision.Traffic.Select(t => new Line("traffic", "right-answers", t.Arm, t.Against, "traffic", t.Right, t.P)),
        .. decision.HarmfulSlices.Select(s => new Line("retrieval-hurts", "answer-correctness", s.Contrast.First, s.Contrast.Second, s.Slice, s.Contrast.Difference, s.Contrast.PAdjusted)),
    ];

    private static IEnumerable<Line> RetryLines(Decisions.Effects.RetryLine retry)
    {
        yield return new Line("retry", $"calls-per-valid-reply ({retry.Metric})", retry.Arm, null, "all", retry.Calls, null);
        if (retry.CostUsd is { } cost)
            yield return new Line("retry", "usd-per-valid-reply", retry.Arm, null, "all", cost, null);
        if (retry.NeverValid is { } never)
            yield return new Line("retry", "never-valid", retry.Arm, null, "all", never, null);
    }

    private static TableColumns<Line> Columns(string run) => new TableColumns<Line>()
        .Text("run", _ => run)
        .Text("kind", l => l.Kind)
        .Text("effect", l => l.Effect)
        .Text("first", l => l.First is { } arm ? ArmNames.Of(arm) : null)
        .Text("second", l => l.Second is { } arm ? ArmNames.Of(arm) : null)
        .Text("slice", l => l.Slice)
        .Count("n", l => l.Estimate?.N)
        .Number("estimate", l => l.Estimate?.Value)
        .Number("low", l => l.Estimate?.Low)
        .Number("high", l => l.Estimate?.High)
        .Number("confidence", l => l.Estimate?.Confidence)
        .Text("method", l => l.Estimate?.Method)
        .Number("p", l => l.P);

    private sealed record Line(string Kind, string Effect, Arm? First, Arm? Second, string Slice, Estimate? Estimate, double? P);
}
