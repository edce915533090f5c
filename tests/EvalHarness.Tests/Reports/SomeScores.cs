using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Reports;

/// <summary>Made-up scores of a row, one for every metric of <see cref="SomeReport"/>.</summary>
internal static class SomeScores
{
    public static IReadOnlyDictionary<string, Score> Of(Sample sample, Trace trace, bool abstains, Random random) =>
        SomeReport.Metrics.ToDictionary(m => m.Id, m => Of(m, sample, trace, abstains, random));

    private static Score Of(Metric metric, Sample sample, Trace trace, bool abstains, Random random)
    {
        if (metric.Id == "success")
            return metric.Scored(trace.Answer is not null);
        if (metric.Unit == Unit.Milliseconds)
            return Milliseconds(trace, metric.Id) is { } value ? metric.Scored(value) : metric.NotApplicable("the pipeline has no such stage");
        if (trace.Answer is not { } answer)
            return metric.Failed(trace.Error!.ToString());

        return metric.Id switch
        {
            "tokens-in" => metric.Scored(answer.Usage!.Input),
            "tokens-out" => metric.Scored(answer.Usage!.Output),
            "cost-usd" => metric.Scored((answer.Usage!.Input * 0.00000015) + (answer.Usage.Output * 0.0000006)),
            "coverage" => metric.Scored(!abstains),
            "unsupported-answer" => metric.Scored(!abstains && random.NextDouble() > Skill(sample, trace.Pipeline)),
            "abstention-correct" => sample.Unanswerable ? metric.Scored(abstains) : metric.NotApplicable("the question can be answered"),
            "over-refusal" => sample.Unanswerable ? metric.NotApplicable("the question cannot be answered") : metric.Scored(abstains),
            "groundedness-corpus" or "citation-precision" when abstains => metric.NotApplicable("the answer abstains"),
            "groundedness-corpus" => Groundedness(metric, sample, trace.Pipeline, random),
            _ when metric.Id.StartsWith("retrieval", StringComparison.Ordinal) && answer.Passages is null => metric.NotApplicable("the pipeline does not retrieve"),
            _ when metric.Id.StartsWith("format", StringComparison.Ordinal) => metric.Scored(random.NextDouble() < 0.9 ? 1 : 0),
            _ => metric.Scored(Value(metric, Skill(sample, trace.Pipeline), random)),
        };
    }

    private static Score Groundedness(Metric metric, Sample sample, string pipeline, Random random)
    {
        if (random.NextDouble() < 0.02)
            return metric.NotScored("the verifier found no claim it could read");
        var supported = Enumerable.Range(0, 3).Count(_ => random.NextDouble() < Skill(sample, pipeline));
        return metric.Ratio(supported, 3, "no claims", new JsonObject { ["claims"] = 3 });
    }

    private static double Value(Metric metric, double skill, Random random) =>
        metric.Unit == Unit.YesNo ? random.NextDouble() < skill ? 1 : 0 : Math.Round(Math.Clamp(skill + (0.5 * (random.NextDouble() - 0.5)), 0, 1), 4);

    private static double Skill(Sample sample, string pipeline)
    {
        var changed = sample.Tags["changed_since_march"] == "true";
        var unseen = sample.Tags["novelty"] == "unseen topic";
        return pipeline switch
        {
            "rag" => 0.68,
            "hybrid" => 0.78,
            "fine-tuned" => 0.72 - (changed ? 0.4 : 0) - (unseen ? 0.25 : 0),
            "fine-tuned@2026-09" => 0.72 - (unseen ? 0.25 : 0),
            _ => 0.2,
        };
    }

    private static double? Milliseconds(Trace trace, string metric) => metric switch
    {
        "latency-service-ms" => trace.ServiceLatency.TotalMilliseconds,
        "latency-felt-ms" => trace.FeltLatency.TotalMilliseconds,
        _ => trace.Stages.TryGetValue(metric["latency-".Length..^"-ms".Length], out var time) ? time.TotalMilliseconds : null,
    };
}
