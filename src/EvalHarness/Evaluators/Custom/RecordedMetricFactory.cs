using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Evaluators.Custom;

/// <summary>Builds metrics of kind <c>recorded</c>: what a judge said where the answers were made. Scales are kept apart: one metric, one scale.</summary>
public sealed class RecordedMetricFactory : IMetricFactory
{
    public const string RecordedKind = "recorded";

    public string Kind => RecordedKind;

    public void Check(MetricSource metric) => Names(metric, Settings(metric));

    public IEvaluator Build(MetricSource metric, AnswerReader reader)
    {
        var settings = Settings(metric);
        return new RecordedEvaluator(Names(metric, settings), metric.Describe(new Metric(metric.Id, settings.Unit, Direction.Higher, $"recorded/1 settings={metric.SettingsHash()}") { IsJudged = true, IsRecorded = true }));
    }

    private static RecordedMetricSettings Settings(MetricSource metric) => metric.OwnSettings.Deserialize<RecordedMetricSettings>(InputJson.Options)!;

    private static IReadOnlyList<(string? Slice, string Score)> Names(MetricSource metric, RecordedMetricSettings settings) => settings.Scores switch
    {
        JsonObject bySlice when bySlice.FirstOrDefault(s => !s.Key.Contains('=', StringComparison.Ordinal)).Key is { } wrong =>
            throw new InputException(new InputProblem($"metrics.{metric.Id}.scores", $"'{wrong}' is no tag=value", "Write scores: { type=mcq: name }, or scores: name for all samples.")),
        JsonObject bySlice => [.. bySlice.Select(s => ((string?)s.Key, s.Value!.GetValue<string>()))],
        var name => [(null, name.GetValue<string>())],
    };
}
