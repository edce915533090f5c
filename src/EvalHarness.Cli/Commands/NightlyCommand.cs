using System.CommandLine;
using EvalHarness.Cli.Nightly;
using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Nightly.History;
using EvalHarness.Nightly.Simulation;
using EvalHarness.Reports.Nightly;

namespace EvalHarness.Cli.Commands;

/// <summary>Watches production: one night after the other against what was promoted.</summary>
internal sealed class NightlyCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly SimulationOptions simulation = new();
    private readonly Option<string?> history = new("--history") { Description = "The folder of the history: history.db, the page, the charts. Made where there is none." };
    private readonly Option<string?> policy = new("--policy") { Description = "The gate's policy: its guardrails and margins are what the alarm tests." };
    private readonly Option<string?> candidate = new("--candidate") { Description = "The pipeline that production is; the policy's, else the only one that is not the champion." };
    private readonly Option<string?> champion = new("--champion") { Description = "The pipeline frozen at promotion, asked again each night; none: there is none. The policy's baseline, else the experiment's, when absent." };
    private readonly Option<int?> subset = new("--subset") { Description = "Ask so many samples a night, in a seeded rotation through all of them." };
    private readonly Option<string[]> anchors = new("--anchors") { Description = "Labelled answers that a judge or verifier scores anew each night, as groundedness=labels.jsonl or answer-correctness=labels.jsonl: below the policy's kappa_floor the night is INVALID. May be given twice.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> acknowledge = new("--acknowledge") { Description = "Let standing alarms and warnings go, with this reason on record, and learn anew; nothing is run." };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "nightly",
            "Run candidate and champion once, add the night to the history, and say whether production is worse than the gate permits. Exit codes: 0 quiet or warned, 1 ALARM, 3 INVALID, 4 stopped.",
            "evalharness nightly experiment.yaml --history nightly --policy gate.yaml",
            "evalharness nightly experiment.yaml --history nightly --candidate production --champion promoted --subset 200",
            "evalharness nightly experiment.yaml --history nightly --policy gate.yaml --anchors groundedness=labels/anchors.jsonl",
            "evalharness nightly experiment.yaml --history nightly --acknowledge \"rolled back to 3\"",
            "evalharness nightly --simulate --rows 200 --noise 0.1 --margin 0.02") { history, policy, candidate, champion, subset, anchors, acknowledge, parent, format };
        experiment.AddTo(verb);
        experiment.MakeOptional();
        simulation.AddTo(verb);
        subset.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1)
                result.AddError("--subset must be 1 or more.");
        });
        verb.Validators.Add(result =>
        {
            if (result.GetValue(policy) is not null && result.GetValue(simulation.Margin) is not null)
                result.AddError("--policy has margins of its own: leave --margin out.");
        });
        verb.SetAction(NightAsync);
        return verb;
    }

    private Task<int> NightAsync(ParseResult parsed, CancellationToken token)
    {
        if (simulation.IsAsked(parsed))
            return Task.FromResult(Simulate(parsed, token));
        if (!experiment.IsNamed(parsed))
            throw new InputException(new InputProblem("nightly", "no experiment is named", "Name an experiment file, or try the watch out with --simulate."));
        var folder = parsed.GetValue(history) ?? throw new InputException(new InputProblem("--history", "no folder is named", "Name one that stays from night to night: --history nightly."));
        return parsed.GetValue(acknowledge) is { } reason ? Task.FromResult(Acknowledge(folder, reason)) : RunAsync(parsed, folder, token);
    }

    private async Task<int> RunAsync(ParseResult parsed, string folder, CancellationToken token)
    {
        NightlySettings settings = new(
            folder,
            parsed.GetValue(parent)!,
            parsed.GetValue(candidate),
            parsed.GetValue(champion),
            parsed.GetValue(policy) is { } file ? PolicyReader.Read(file) : null,
            parsed.GetValue(simulation.Margin),
            parsed.GetValue(subset),
            parsed.GetValue(anchors)!,
            experiment.AllowsPlugins(parsed),
            TypedCommand.Of(parsed));
        var night = await new NightlyRun(more => experiment.Read(parsed, more), settings, terminal, time).RunAsync(token);
        if (night is null)
        {
            terminal.Error("The night's run was stopped before its end: the same command goes on with it.");
            return ExitCode.Stopped;
        }

        var nights = NightHistory.Open(folder).Nights();
        var run = Path.Combine(settings.Parent, night.Run);
        await NightlyWriter.WriteAsync(nights, folder, Directory.Exists(run) ? run : null, token);
        return NightResult.Print(night, folder, parsed.GetValue(format)!, terminal);
    }

    private int Acknowledge(string folder, string reason)
    {
        NightHistory.Open(folder).Acknowledge(reason, time.GetUtcNow());
        terminal.Line("acknowledged: the next night learns anew");
        return ExitCode.Done;
    }

    private int Simulate(ParseResult parsed, CancellationToken token)
    {
        var settings = simulation.Read(parsed);
        SimulationResult.Print(settings, new NightlySimulation(settings).Run(token), parsed.GetValue(format)!, terminal);
        return ExitCode.Done;
    }
}
