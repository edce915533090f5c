using System.CommandLine;
using System.Globalization;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Gates;
using EvalHarness.Inputs;
using EvalHarness.Promotions;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Moves an alias to a checkpoint that a gate let through.</summary>
internal sealed class PromoteCommand
{
    private readonly Argument<string> name = OutputOptions.Named("checkpoint", "name@version, or an alias such as candidate.");
    private readonly Option<string?> gate = new("--gate") { Description = "The verdict: a run's id or folder that evalharness gate has judged, or its gate.json." };
    private readonly Option<string?> policy = new("--policy") { Description = "The policy of the verdict, where it stands now; the one that the run's experiment names when absent, else gate.yaml beside it." };
    private readonly Option<double> maxAgeDays = new("--max-age-days") { Description = "How old the verdict and its answers may be.", DefaultValueFactory = _ => 14 };
    private readonly Option<string?> overrideReason = new("--override") { Description = "Move it whatever speaks against it. The reason and all that spoke against it are recorded for ever." };
    private readonly Option<string?> lint = new("--lint") { Description = "The lint result of its training data; every lint.json beside the registry and in the folders of runs when absent." };
    private readonly Option<string> parent = new("--reports") { Description = "The folder of runs.", DefaultValueFactory = _ => "reports" };
    private readonly RegistryOptions registry = new();
    private readonly MoveOptions move;
    private readonly TerminalOutput terminal;
    private readonly TimeProvider time;

    public PromoteCommand(TerminalOutput terminal, TimeProvider time)
    {
        (this.terminal, this.time) = (terminal, time);
        move = new MoveOptions(time);
    }

    public Command Build()
    {
        var verb = new Verb(
            "promote",
            """
            Let an alias name a checkpoint, on a PROMOTE verdict about it.

            Checked again from the files where they stand: the artefact's hash, the candidate's pipeline, dataset, policy and metric definitions;
            how old the verdict is; that the candidate was held against what the alias names now; and that no lint result found gold in its training data.
            Then the hooks are told, and the server is asked which model it serves.
            """,
            "evalharness checkpoints promote helpdesk@3 --gate 20261123-101500-helpdesk",
            "evalharness checkpoints promote helpdesk@3 --gate reports/20261123-101500-helpdesk/gate.json --to candidate --max-age-days 3",
            "evalharness checkpoints promote helpdesk@3 --override \"v2 leaks addresses; gate has 80 rows only\"")
        {
            name, gate, policy, maxAgeDays, overrideReason, lint, parent,
        };
        move.AddTo(verb);
        registry.AddTo(verb, writes: true);
        maxAgeDays.Validators.Add(result =>
        {
            if (result.Tokens is [var written, ..] && double.TryParse(written.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is not (> 0 and <= 3650))
                result.AddError("--max-age-days must lie between 0 and 3650.");
        });
        overrideReason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string?>()))
                result.AddError("--override needs a reason: it is recorded for ever.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var writer = registry.Open(parsed, terminal, time);
        using var calls = move.Calls();
        var checkpoint = writer.Registry.Find(parsed.GetRequiredValue(name), "checkpoints promote");
        var mover = new AliasMover(writer, move.Deployment(parsed, writer.Registry, calls), time);
        var result = await mover.PromoteAsync(Request(parsed, checkpoint, writer.Registry), cancellationToken);
        return MoveResult.Print(result, writer.Registry, registry.IsJson(parsed), terminal);
    }

    private PromotionRequest Request(ParseResult parsed, CheckpointRecord checkpoint, CheckpointRegistry registry)
    {
        var reports = parsed.GetValue(parent)!;
        var request = new PromotionRequest
        {
            Checkpoint = checkpoint,
            Alias = move.Alias(parsed),
            Lints = LintFiles.Find(parsed.GetValue(lint), registry.Folder, reports),
            MaxAge = TimeSpan.FromDays(parsed.GetValue(maxAgeDays)),
            Override = parsed.GetValue(overrideReason),
        };
        if (parsed.GetValue(gate) is not { } named)
            return request;
        var evidence = GateFiles.Find(named, reports);
        List<string> parents = [Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(evidence.File))!) ?? reports, reports];
        StandingRuns standing = new(parents, move.AllowsPlugins(parsed), time, terminal);
        return request with { Gate = evidence, Policy = StandingPolicyFile.Find(parsed.GetValue(policy), evidence, parents), Runs = [.. evidence.Result.Runs.Select(standing.Of)] };
    }
}
