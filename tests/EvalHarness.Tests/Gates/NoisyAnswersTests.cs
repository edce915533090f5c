using System.Text.Json.Nodes;
using EvalHarness.Cli;
using EvalHarness.Comparisons;
using EvalHarness.Evaluators.Correctness;
using EvalHarness.Gates;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Statistics;
using EvalHarness.Tests.Cli;
using EvalHarness.Tests.Comparisons;
using static EvalHarness.Tests.Gates.TestGate;

namespace EvalHarness.Tests.Gates;

/// <summary>The self-test on real answers of the shipped example, made to vary as a sampled model's do: each repeat takes another question's answer with a known chance.</summary>
/// <remarks>Deterministic pipelines alone would make it vacuous.</remarks>
public sealed class NoisyAnswersTests
{
    private const double Noise = 0.15;
    private const double Alpha = 0.05;
    private const int Repeats = 2;
    private const string Policy = "metrics: { token-f1: { role: guardrail, margin: 0.02 } }\n";

    private static readonly Metric TokenF1 = new("token-f1", Unit.Ratio, Direction.Higher, "1");

    private TemporaryFolder folder = null!;
    private List<Answered> answers = null!;

    [OneTimeSetUp]
    public async Task AnswerAsync()
    {
        folder = new TemporaryFolder();
        using var cli = new CommandLine();
        var result = await cli.RunAsync("run", Path.Combine(Repository.Helpdesk, "experiment.yaml"), "--pipelines", "rag", "--out", cli.Reports);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Done), result.Error);
        var golds = File.ReadLines(Path.Combine(Repository.Helpdesk, "samples.jsonl")).Select(l => JsonNode.Parse(l)!).ToDictionary(s => (string)s["id"]!);
        await using var run = OpenRun.Existing(new RunFolder(cli.Run));
        var traces = await run.Store.Traces.ReadAsync(CancellationToken.None).ToListAsync();
        answers = [.. traces.Select(t => Answered.Of(golds[t.SampleId], t.Answer!.Text)).Where(a => a.Golds.Count > 0)];
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public async Task Noisy_answers_that_are_worse_by_the_margin_are_promoted_no_more_often_than_alpha()
    {
        var lines = new GateSelfTest(1, 1000, Alpha).Of([Gate().Run(await NoisyAsync(1))]);

        Assert.That(lines.Select(l => l.By), Is.EqualTo(new[] { "label-swap", "split-repeats" }));
        Assert.That(lines.Select(l => l.FalsePromote!.Value), Is.All.LessThanOrEqualTo(Alpha + lines[0].MonteCarloError(Alpha)));
        Assert.That(lines.Select(l => l.FalsePromote!.Value), Has.Some.Positive, "noise that never promotes by chance proves nothing");
    }

    [Test]
    public async Task As_many_equal_candidates_are_promoted_as_the_self_test_prints()
    {
        const int Candidates = 200;
        var printed = new GateSelfTest(1, 1000, Alpha).Of([Gate().Run(await NoisyAsync(1))])[0];

        var promoted = 0;
        for (var seed = 100; seed < 100 + Candidates; seed++)
            promoted += Gate().Decide(await NoisyAsync(seed)).Verdict == Verdict.Promote ? 1 : 0;

        TestContext.Out.WriteLine($"printed {printed.Power:P1}, seen {promoted / (double)Candidates:P1} of {Candidates}");
        Assert.That(printed.Power, Is.InRange(0.2, 0.98), "neither sure nor hopeless");
        Assert.That(promoted / (double)Candidates, Is.EqualTo(printed.Power).Within(0.12));
    }

    private TestGate Gate() => new(folder, Policy) { Look = new Look(1, Alpha) };

    // Both sides are the same pipeline with noise of their own: their true difference is 0.
    private Task<ScoreTable> NoisyAsync(int seed)
    {
        SeededRandom random = new(seed, "noisy-answers");
        TestRun run = new(Success, TokenF1);
        foreach (var (answer, number) in answers.Select((a, i) => (a, i)))
            foreach (var pipeline in new[] { "old", "new" })
                for (var repeat = 0; repeat < Repeats; repeat++)
                {
                    var given = random.NextDouble() < Noise ? answers[(int)(random.NextDouble() * answers.Count)].Text : answer.Text;
                    run.Row(pipeline, $"s{number}", answer.Cluster, [], repeat, Success.Scored(true), TokenF1.Scored(SquadScore.F1(given, answer.Golds)));
                }

        return run.LoadAsync();
    }

    private sealed record Answered(string Text, IReadOnlyList<string> Golds, string Cluster)
    {
        public static Answered Of(JsonNode sample, string reply) => new(
            (string?)JsonNode.Parse(reply)?["answer"] ?? reply,
            [.. (sample["answers"]?.AsArray() ?? []).Select(a => (string)a!)],
            (string?)sample["evidence"]?.AsArray().FirstOrDefault()?["document"] ?? (string)sample["id"]!);
    }
}
