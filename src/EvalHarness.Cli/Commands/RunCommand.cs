using System.CommandLine;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Replays a dataset through its pipelines, scores, compares and reports.</summary>
internal sealed class RunCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<int?> limit = new("--limit") { Description = "A seeded choice of this many samples of the split, the same for every pipeline." };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();
    private readonly Option<bool> alwaysNew = new("--new") { Description = "Start a new run even where an unfinished one could be resumed." };
    private readonly Option<string?> resume = new("--resume") { Description = "Go on with this run; it must have been made from the same things." };

    public Command Build()
    {
        var command = new Command(
            "run",
            """
            Replay a dataset through its pipelines, score, compare, and write the report.

            The same command again resumes an unfinished run. Examples:
              evalharness run datasets/helpdesk/experiment.yaml
              evalharness run experiment.yaml --pipelines rag,hybrid --limit 50
              evalharness run experiment.yaml --set pipelines.rag.retrieval.passages=8
            """);
        experiment.AddTo(command);
        command.Add(limit);
        command.Add(parent);
        command.Add(format);
        command.Add(alwaysNew);
        command.Add(resume);
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--limit must be 1 or more.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken token)
    {
        var read = experiment.Read(parsed);
        var notes = await new CheckpointTraining(read, time).TrainMissingAsync(terminal.Note, token);
        var composition = Composition.For(read);
        await composition.CheckAsync(token);

        var opening = new RunOpening(composition.Inputs, composition.ResolvedPipelines(), parsed.GetValue(parent)!, parsed.GetValue(limit), $"evalharness {string.Join(' ', parsed.Tokens.Select(t => t.Value.Contains(' ', StringComparison.Ordinal) ? $"\"{t.Value}\"" : t.Value))}", time);
        var (resumed, opened) = parsed.GetValue(resume) is { } named
            ? (true, Resume(RunFolder.Find(named, parsed.GetValue(parent)!), opening))
            : await opening.OpenAsync(parsed.GetValue(alwaysNew), notes, token);
        await using var run = opened;
        terminal.Note($"{(resumed ? "resuming" : "run")} {run.Manifest.Id}: {run.Manifest.Dataset.Samples} samples × {run.Manifest.Pipelines.Count} pipelines × {run.Manifest.Options.Repeats}");

        var report = await ProgressView.ShowAsync(terminal, composition.Spend(), time, progress => composition.Evaluation(time).RunAsync(run, progress, token));
        return RunResult.Print(report, run.Folder, parsed.GetValue(format)!, terminal);
    }

    private static OpenRun Resume(RunFolder folder, RunOpening opening) =>
        folder.ReadManifest().ManifestHash == opening.ManifestHash
            ? OpenRun.Existing(folder)
            : throw new InputException(new InputProblem("--resume", $"run '{folder.Id}' was made from other things than this experiment now has", "Undo the change, or start a new run."));
}
