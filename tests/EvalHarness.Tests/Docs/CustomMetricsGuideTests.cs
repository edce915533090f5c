using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Experiments;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Docs;

/// <summary>The examples of docs/guides/custom-metrics.md score what the guide says.</summary>
internal sealed partial class CustomMetricsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guides", "custom-metrics.md"));

    private static readonly Sample Sample = Some.Sample() with
    {
        Expected = new JsonObject { ["call"] = new JsonObject { ["name"] = "refund", ["arguments"] = new JsonObject { ["order"] = 7 } } },
    };

    public static IEnumerable<TestCaseData> Examples =>
        from Match example in Example().Matches(Guide)
        from Match reply in Reply().Matches(example.Groups["replies"].Value)
        select new TestCaseData(example.Groups["yaml"].Value, reply.Groups["reply"].Value.Replace("\\n", "\n", StringComparison.Ordinal), reply.Groups["values"].Value)
            .SetArgDisplayNames(Check().Match(example.Value).Groups["name"].Value, reply.Groups["reply"].Value);

    [TestCaseSource(nameof(Examples))]
    public async Task An_example_scores_what_the_guide_says(string yaml, string reply, string values)
    {
        using var folder = new TemporaryFolder();
        folder.Write("style.txt", "Open the settings and choose your workspace. You will see every seat that is in use. Remove a seat whenever you like; we refund the rest of the month on the same day. Questions? Write to us and we will answer within the hour.");

        var scores = await Evaluator(folder, yaml).EvaluateAsync(Sample, Some.Trace(new Answer { Text = reply }), default);

        Assert.That(scores, Has.Count.EqualTo(values.Split(", ").Length));
        foreach (var (score, value) in scores.Zip(values.Split(", ")))
            Assert.That(Shown(score.Value, value), Is.EqualTo(value), score.Metric);
    }

    [Test]
    public void The_guide_has_examples() => Assert.That(Examples.Count(), Is.GreaterThan(25));

    private static IEvaluator Evaluator(TemporaryFolder folder, string yaml)
    {
        folder.Write("samples.jsonl", "");
        folder.Write("p.md", "Answer.");
        var experiment = ExperimentReader.Read(folder.Write("experiment.yaml", $$"""
            name: guide
            dataset: samples.jsonl
            baseline: a
            pipelines:
              a: { model: { provider: embedded, name: untuned }, prompt: p.md }
            {{yaml}}
            """));
        return EvaluatorCatalog.For(new ExperimentInputs(experiment), EvaluatorParts.Offline)[^1];
    }

    /// <summary>With as many decimals as the guide gives.</summary>
    private static string Shown(double? value, string like)
    {
        var decimals = like.Contains('.', StringComparison.Ordinal) ? like.Length - like.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        return value is { } some ? some.ToString($"F{decimals}", CultureInfo.InvariantCulture) : "–";
    }

    [GeneratedRegex("^```yaml\n(?<yaml>metrics:\n.*?)^```\n\n(?<replies>(?:- [^\n]*\n)+)", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();

    [GeneratedRegex("^- `(?<reply>.+)` → (?<values>[^\n]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Reply();

    [GeneratedRegex("check: (?<name>[a-z-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Check();
}
