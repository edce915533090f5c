using System.CommandLine;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Commands.Registry;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Cli.Tracking;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Exports a recorded run to an MLflow tracking server, and what the registry's aliases name.</summary>
internal sealed class MlflowCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder.");
    private readonly Option<string?> uri = new("--tracking-uri") { Description = $"The tracking server: http://127.0.0.1:5000; {MlflowAccess.UriVariable} when absent." };
    private readonly Option<string?> experiment = new("--experiment-name") { Description = "The experiment there, made where there is none; the run's experiment when absent." };
    private readonly Option<bool> noArtefacts = new("--no-artifacts") { Description = "Leave the files out: the page and samples.csv hold questions and answers." };
    private readonly Option<bool> noAliases = new("--no-aliases") { Description = "Leave the checkpoints' registry out." };
    private readonly Option<int> patience = new("--timeout") { Description = "What one request, and so one file, may take, in seconds.", DefaultValueFactory = _ => 60 };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        run.SuggestsRuns(parent);
        patience.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 86_400)
                result.AddError("--timeout must be 1 to 86400 seconds.");
        });
        var verb = new Verb(
            "mlflow",
            "Export a run to MLflow: experiment, parameters, metrics, tags, report files, and the checkpoints that aliases name. Once more, and the same MLflow run is brought up to date.",
            "evalharness mlflow 20261123-101500-helpdesk --tracking-uri http://127.0.0.1:5000",
            "evalharness mlflow 20261123-101500-helpdesk --experiment-name support --no-artifacts --format json") { run, uri, experiment, noArtefacts, noAliases, patience, parent, format };
        verb.SetAction(ExportAsync);
        return verb;
    }

    private async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var access = MlflowAccess.Of(parsed.GetValue(uri), Environment.GetEnvironmentVariable);
        if (access.IsOpen)
            terminal.Note("warning: the token or password goes to another machine unencrypted; use https");
        var folder = parsed.GetValue(parent)!;
        await using var scores = await RecordedScores.ReadAsync(RunFolder.Find(parsed.GetRequiredValue(run), folder), folder, terminal, time, change: null, cancellationToken);
        var manifest = scores.Run.Manifest;
        using var server = new MlflowServer(access, TimeSpan.FromSeconds(parsed.GetValue(patience)));
        var result = await new MlflowExport(server, time, terminal.Note).ExportAsync(scores.Report, parsed.GetValue(experiment) ?? manifest.Name, parsed.GetValue(noArtefacts) ? null : scores.Run.Folder.FullPath, cancellationToken);
        var aliases = parsed.GetValue(noAliases) ? 0 : await MirrorAsync(server, manifest.ExperimentFile, cancellationToken);
        Print(result, aliases, parsed.GetValue(format)!);
        return ExitCode.Done;
    }

    private Task<int> MirrorAsync(MlflowServer server, string experimentFile, CancellationToken cancellationToken)
    {
        var file = RegistryOptions.FileOf(experimentFile);
        return File.Exists(file) ? new MlflowAliases(server, terminal.Note).MirrorAsync(CheckpointRegistry.Read(file), cancellationToken) : Task.FromResult(0);
    }

    private void Print(MlflowResult result, int aliases, string written)
    {
        if (written == "json")
            terminal.Line(JsonSerializer.Serialize(new { page = result.Page, mlflow_run = result.RunId, is_new = result.IsNew, metrics = result.Metrics, files = result.Files, aliases }, RunJson.Compact));
        else
            terminal.Line(FormattableString.Invariant($"{(result.IsNew ? "exported" : "brought up to date")}: {result.Metrics} new figures, {result.Files ?? 0} files, {aliases} aliases\nMLflow: {result.Page}"));
    }
}
