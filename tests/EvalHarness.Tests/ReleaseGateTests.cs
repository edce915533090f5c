using EvalHarness.Experiments;
using EvalHarness.Gates;
using EvalHarness.Runs;
using EvalHarness.Tests.Cli;

namespace EvalHarness.Tests;

/// <summary>The gate inside a test suite of your own: a recorded run is judged without the command line. Copy what is between the lines.</summary>
public sealed class ReleaseGateTests
{
    private CommandLine cli = null!;

    [OneTimeSetUp]
    public async Task Record()
    {
        cli = new CommandLine();
        cli.Folder.Write("samples.jsonl", string.Concat(Enumerable.Range(0, 40).Select(i => CommandLine.Line($"s{i}"))));
        cli.Folder.Write("gate.yaml", "minimum: { rows: 30, clusters: 20 }\nmetrics: { success: { role: guardrail, margin: 0.1 } }\n");
        await cli.EvaluateAsync();
    }

    [OneTimeTearDown]
    public void Remove() => cli.Dispose();

    [Test]
    public async Task The_candidate_may_be_promoted()
    {
        var (runFolder, policyFile) = (cli.Run, cli.Folder["gate.yaml"]);

        // ---------------------------------------------------------------------------------------------------------------
        var policy = PolicyReader.Read(policyFile);
        await using var run = OpenRun.Existing(new RunFolder(runFolder));
        var inputs = new ExperimentInputs(ExperimentReader.Read(run.Manifest.ExperimentFile, run.Manifest.Overrides));
        var evaluation = new Evaluation(inputs, [], EvaluatorCatalog.For(inputs, EvaluatorParts.Offline), [], TimeProvider.System);
        var report = await evaluation.ReadAsync(run, CancellationToken.None);

        var verdict = new Gate(policy, seed: 1).Decide(
            [GateRun.Within(report.Manifest, report.Scores, report.ScorerErrors, policy.Sections[0], candidate: "rag", baseline: "base")],
            new Look(Number: 1, policy.Alpha),
            TimeProvider.System.GetUtcNow(),
            EnvironmentProbe.HarnessVersion);

        Assert.That(verdict.Verdict, Is.EqualTo(Verdict.Promote), verdict.Why);
        // ---------------------------------------------------------------------------------------------------------------
    }
}
