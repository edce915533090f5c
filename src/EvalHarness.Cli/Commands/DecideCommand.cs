using System.CommandLine;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Deciding;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Decisions;
using EvalHarness.Experiments;
using EvalHarness.Inputs;
using EvalHarness.Reports;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>RAG, fine-tuning, or both? Decides from a recorded run, criterion by criterion.</summary>
internal sealed class DecideCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder; of an experiment file its newest finished run, or one that is made now.");
    private readonly Option<string?> decision = new("--decision") { Description = "Your circumstances (YAML): volume, constraints, weights. The experiment's (decision:) when absent." };
    private readonly Option<bool> noStudies = new("--no-studies") { Description = "Leave out what the decision file varies (studies:): nothing is asked where the run is there." };
    private readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Programs and assemblies that the experiment names may be started and loaded." };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        run.SuggestsRuns(parent);
        var verb = new Verb(
            "decide",
            """
            RAG, fine-tuning, or both? By each criterion that teams argue about, what these rows show.

            Of a run nothing is called. Of an experiment its newest run is taken, or made, and the studies of its decision file
            (growing corpus, chunks, re-ranking, training data, wording, ...) are answered beside it.

            A way of answering wins a criterion only where it is shown to be better than each other one (95 % intervals,
            Holm over the whole matrix). Else: no difference that matters, not enough rows and how many, or not measured
            and what to supply. With weights in the decision file a recommendation follows; without, only trade-offs.
            """,
            "evalharness decide 20261123-101500-helpdesk",
            "evalharness decide datasets/helpdesk/experiment.yaml",
            "evalharness decide experiment.yaml --decision decision.yaml --no-studies",
            "evalharness decide 20261123-101500-helpdesk --format json") { run, decision, noStudies, allowPlugins, parent, format };
        verb.SetAction(DecideAsync);
        return verb;
    }

    private async Task<int> DecideAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(parent)!;
        var asked = parsed.GetRequiredValue(run);
        var named = await new DecidedRun(folder, parsed.GetValue(allowPlugins), terminal, time).OfAsync(asked, cancellationToken);
        var file = parsed.GetValue(decision) is { } given ? Path.GetFullPath(given) : null;
        if (MadeRun.IsExperiment(asked) && !parsed.GetValue(noStudies))
            await new StudySession(RunFolder.Find(named, folder).FullPath, TypedCommand.Of(parsed), parsed.GetValue(allowPlugins), terminal, time)
                .MakeAsync(ExperimentReader.Read(asked, []) is var read && file is not null ? read with { Decision = file } : read, cancellationToken);
        await using var scores = await RecordedScores.ReadAsync(RunFolder.Find(named, folder), folder, terminal, time, e => file is null ? e : e with { Decision = file }, cancellationToken);
        if (scores.Report.Decision is not { } decided)
            throw new InputException(new InputProblem(scores.Run.Manifest.Id, "it has fewer than two ways of answering to choose between", "Compare two of RAG, fine-tuned, hybrid and prompted; where their names and settings do not say which is which, name them in the decision file (arms:)."));
        if (scores.Run.Manifest.FinishedAt is null)
            terminal.Note($"note: this run is unfinished, and so are its figures. It is resumed by: {scores.Run.Manifest.Command}");
        ThrowIfUnknown(decided, scores.Run.Manifest);
        await DecisionWriter.WriteAsync(decided, scores.Report, scores.Run.Folder.FullPath, cancellationToken);
        DecisionPrint.Print(decided, scores.Report, scores.Run.Folder.FullPath, parsed.GetValue(format)!, terminal);
        return ExitCode.Done;
    }

    // Of the experiment's own file validate has seen to it.
    private static void ThrowIfUnknown(Decision decided, RunManifest manifest)
    {
        foreach (var (arm, pipeline) in decided.Settings.Arms.Where(a => manifest.Pipelines.All(p => p.Name != a.Value)))
            throw new InputException(new InputProblem(decided.Settings.File!, $"arms.{ArmNames.Of(arm)} names '{pipeline}', which is no pipeline of run {manifest.Id}", $"There are: {string.Join(", ", manifest.Pipelines.Select(p => p.Name))}."));
    }
}
