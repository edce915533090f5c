using System.Text.Json.Nodes;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Checks;
using EvalHarness.Evaluators.Custom;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Checks;

/// <summary>Replies through a check that is described as in an experiment file.</summary>
internal static class Checked
{
    public static MetricSource Source(string settings, string folder = "/") => new("own", "check", folder, JsonNode.Parse(settings)!.AsObject());

    public static IEvaluator Evaluator(string settings, AnswerContract? contract = null, string folder = "/") =>
        new CheckFactory().Build(Source(settings, folder), new AnswerReader(contract ?? new AnswerContract()));

    public static IReadOnlyList<Score> Scores(IEvaluator evaluator, string reply, Sample? sample = null) =>
        evaluator.EvaluateAsync(sample ?? Some.Sample(), Some.Trace(new Answer { Text = reply }), default).AsTask().GetAwaiter().GetResult();

    /// <summary>One value per metric.</summary>
    public static double?[] Values(string settings, string reply, Sample? sample = null, AnswerContract? contract = null) =>
        [.. Scores(Evaluator(settings, contract), reply, sample).Select(s => s.Value)];

    /// <summary>The first metric's.</summary>
    public static double? Value(string settings, string reply, Sample? sample = null) => Values(settings, reply, sample)[0];
}
