using System.CommandLine;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Reports;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>May a candidate be promoted? Judges recorded runs by a policy; calls no pipeline.</summary>
internal sealed class GateCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string[]> runs = new("runs") { Description = "The run to be judged, by id or folder; several where the policy names several experiments.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> policy = new("--policy") { Description = "The policy (YAML): what the candidate must keep.", Required = true };
    private readonly Option<string?> candidate = new("--candidate") { Description = "The pipeline in question, or checkpoint:name@version; the policy's when absent." };
    private readonly Option<string?> baseline = new("--baseline") { Description = "What it is compared with: a pipeline, checkpoint:name@version, or run:<id>[/<pipeline>]; the policy's when absent, else the run's own." };
    private readonly Option<bool> selfTest = new("--self-test") { Description = "Try the policy on rows like this run's of which the truth is known: how often would it promote what is worse by the margin, and what is equal? No look is spent. Of an experiment file: it is run first, each answer twice and past the cache, and its repeats are divided." };
    private readonly Option<int> simulations = new("--simulations") { Description = "Simulated runs of each line of the self-test.", DefaultValueFactory = _ => 2000 };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        runs.SuggestsRuns(parent);
        var verb = new Verb(
            "gate",
            """
            May this candidate be promoted? Judges a recorded run by a policy; nothing is called.

            PROMOTE (exit 0): every guardrail and ceiling holds, objectives are reached. REJECT (1): worse than allowed.
            INCONCLUSIVE (2): the rows cannot decide, and what is needed is said. INVALID (3): nothing may be concluded.
            Evidence goes into the run's folder: gate.json, junit.xml, gate.md, and the verdict on top of the page.
            """,
            "evalharness gate 20261123-101500-helpdesk --policy gate.yaml",
            "evalharness gate 20261123-101500-helpdesk --policy gate.yaml --candidate hybrid --baseline rag",
            "evalharness gate 20261123-101500-helpdesk --policy gate.yaml --self-test",
            "evalharness gate experiment.yaml --policy gate.yaml --self-test",
            "evalharness gate 20261130-… --policy gate.yaml --baseline run:20261123-101500-helpdesk") { runs, policy, candidate, baseline, selfTest, simulations, parent, format };
        simulations.Validators.Add(result =>
        {
            if (int.TryParse(result.Tokens.Count > 0 ? result.Tokens[0].Value : "", out var count) && count < 100)
                result.AddError("--simulations must be 100 or more.");
        });
        verb.SetAction(JudgeAsync);
        return verb;
    }

    private async Task<int> JudgeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = PolicyReader.Read(parsed.GetRequiredValue(policy));
        var folder = parsed.GetValue(parent)!;
        var named = parsed.GetRequiredValue(runs);
        if (parsed.GetValue(selfTest))
            named = await new SelfTestRun(folder, terminal, time).MadeAsync(named, cancellationToken);
        await using GateSession session = new(folder, terminal, time);
        var judged = await session.RunsAsync(read, named, parsed.GetValue(candidate) ?? read.Candidate, parsed.GetValue(baseline) ?? read.Baseline, cancellationToken);
        var seed = judged[0].Candidate.Run.Options.Seed;
        if (parsed.GetValue(selfTest))
            return SelfTestPrint.Print(new GateSelfTest(seed, parsed.GetValue(simulations), read.Alpha / (read.Looks ?? 2)).Of(judged), parsed.GetValue(format)!, terminal);

        // Beside the run, wherever the command was given: the dataset's looks are counted there.
        var about = session.Folder(judged[0]);
        using var looks = LookLedger.Open(Path.GetDirectoryName(about.FullPath)!);
        var evidence = LookLedger.Evidence(read, judged.Select(r => r.Judged()));
        var look = judged.Select(r => looks.Next(read, r.Judged(), evidence)).MinBy(l => l.Alpha)!;
        var result = new Gate(read, seed).Decide(judged, look, time.GetUtcNow(), EnvironmentProbe.HarnessVersion);
        var report = session.Report(judged[0]);

        // Who cuts the registry later is found by what verdicts remember of it.
        result = result with { Registry = RunRegistry.StateOf(report.Manifest) };

        // Spent before anybody can read what was seen, and reported before it is told: a verdict leaves its evidence.
        foreach (var run in judged)
            looks.Enter(run.Judged(), evidence, look, result);
        await GateWriter.WriteAsync(result, report, about.FullPath, cancellationToken);
        return GatePrint.Print(result, about, parsed.GetValue(format)!, terminal);
    }
}
