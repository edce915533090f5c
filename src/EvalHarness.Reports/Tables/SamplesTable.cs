using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Tables;

/// <summary><c>samples</c>: a line per sample, repetition and pipeline, streamed from the store.</summary>
internal sealed class SamplesTable : IReportTable
{
    public Task WriteAsync(RunReport report, TableTarget target, CancellationToken cancellationToken) =>
        target.WriteAsync("samples", Columns(report), report.Rows(cancellationToken), cancellationToken);

    private static TableColumns<ResultRow> Columns(RunReport report)
    {
        var columns = new TableColumns<ResultRow>()
            .Text("run", _ => report.Manifest.Id)
            .Text("pipeline", r => r.Pipeline)
            .Text("sample_id", r => r.Sample.Id)
            .Count("repeat", r => r.Repeat)
            .Text("status", r => Status(r.Trace, report.Answers))
            .Text("error", r => r.Trace.Error?.ToString())
            .Count("tries", r => r.Trace.Calls.Sum(c => c.Tries.Count))
            .Count("cache_hits", r => r.Trace.Calls.Count(c => c.FromCache))
            .Name<Cause>("cause", r => FaultAttribution.Of(r.Scores));
        AddScores(columns, [.. report.Metrics.Where(m => m.Unit is Unit.Ratio or Unit.YesNo or Unit.Signed or Unit.Number or Unit.Words).Select(m => m.Id)]);
        AddResources(columns, [.. report.Metrics.Where(m => m.Unit == Unit.Milliseconds).Select(m => PartOf(m.Id)).OfType<string>()]);
        return columns;
    }

    private static void AddScores(TableColumns<ResultRow> columns, IReadOnlyList<string> metrics)
    {
        foreach (var metric in metrics)
            columns.Number($"score.{metric}", r => r.Scores.GetValueOrDefault(metric)?.Value);
        foreach (var metric in metrics)
            columns.Name<Outcome>($"outcome.{metric}", r => r.Scores.GetValueOrDefault(metric)?.Outcome);
    }

    private static void AddResources(TableColumns<ResultRow> columns, IReadOnlyList<string> parts)
    {
        columns
            .Count("tokens.in", r => r.Trace.Answer?.Usage?.Input)
            .Count("tokens.out", r => r.Trace.Answer?.Usage?.Output)
            .Number("cost_usd.total", r => r.Scores.GetValueOrDefault("cost-usd")?.Value)
            .Number("cost_usd.spent", r => r.Scores.GetValueOrDefault("cost-spent-usd")?.Value)
            .Number("latency_ms.service", r => r.Trace.HasLatency ? r.Trace.ServiceLatency.TotalMilliseconds : null)
            .Number("latency_ms.felt", r => r.Trace.HasLatency ? r.Trace.FeltLatency.TotalMilliseconds : null)
            .Number("latency_ms.queue", r => r.Trace.QueueTime.TotalMilliseconds)
            .Number("latency_ms.retried", r => r.Trace.Calls.Sum(c => c.LostTime.TotalMilliseconds));
        foreach (var part in parts)
            columns.Number($"latency_ms.{part}", r => r.Trace.Stages.TryGetValue(part, out var time) ? time.TotalMilliseconds : r.Scores.GetValueOrDefault($"latency-{part}-ms")?.Value);
    }

    private static string Status(Trace trace, AnswerReader answers) =>
        trace.Answer is not { } answer ? "failed" : answers.Read(answer).IsAbstention ? "abstained" : "answered";

    /// <summary>What a latency metric is about, mostly a stage; absent for the whole call.</summary>
    private static string? PartOf(string metric) =>
        metric.StartsWith("latency-", StringComparison.Ordinal) && metric.EndsWith("-ms", StringComparison.Ordinal)
            && metric["latency-".Length..^"-ms".Length] is var stage and not ("service" or "felt" or "queue")
            ? stage
            : null;
}
