using System.CommandLine;
using System.Text.Json;
using EvalHarness.Calibration;
using EvalHarness.Calibration.Labelling;
using EvalHarness.Cli.Terminal;
using EvalHarness.Imports.Labelling;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Takes in what raters labelled.</summary>
internal sealed class LabelImportCommand(TerminalOutput terminal, TimeProvider time)
{
    private const int Listed = 20;
    private const int Excerpt = 70;

    private readonly Argument<string[]> from = new("from") { Description = "The exported folder with the raters' files in it, or these files: filled CSV, or JSON of label.html. A file is one rater's.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> run = new("--run") { Description = "The run that the rows were drawn from: its id or folder.", Required = true };
    private readonly Option<string?> key = new("--key") { Description = "The export's key.json, where it is not beside the files." };
    private readonly Option<string?> name = new("--name") { Description = "The name of the file of labels; the task's and the export's when absent." };
    private readonly Option<bool> allowMissing = new("--allow-missing") { Description = "Raters may have left rows without a label: one who settles disagreements labels those alone." };
    private readonly Option<bool> force = new("--force") { Description = "Replace a file of labels that is there and says something else." };
    private readonly Option<string> parent = LabelOptions.Reports();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "import",
            "Check what raters labelled, say how far they agree, and store the labels with the dataset, as calibrate reads them.",
            "evalharness label import labels/round-1 --run 20261123-101500-helpdesk",
            "evalharness label import labels-anna.csv labels-ben.json --key labels/round-1/key.json --run 20261123-101500-helpdesk --name round-1") { from, run, key, name, allowMissing, force, parent, format };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } written && (written.Length == 0 || Path.GetFileName(written) != written || written.StartsWith('.')))
                result.AddError("--name is a name without folders: round-1.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var handedIn = await RaterFolder.ReadAsync(parsed.GetRequiredValue(from), parsed.GetValue(key), cancellationToken);
        var read = LabelKey.Read(handedIn.KeyFile);
        await using var opened = LabelRun.Open(parsed.GetRequiredValue(run), parsed.GetValue(parent)!, terminal, time);
        var presenter = opened.Presenter(LabelTask.Named(read.What, read.Evidence));
        var import = await LabelImport.ReadAsync(handedIn.KeyFile, read, handedIn.Files, parsed.GetValue(allowMissing), opened.Run, presenter, cancellationToken);
        var file = Path.Combine(Path.GetDirectoryName(opened.Run.Manifest.Dataset.File)!, "labels", (parsed.GetValue(name) ?? $"{read.What}-{read.Export}") + ".jsonl");
        await WriteAsync(import, file, parsed.GetValue(force), cancellationToken);
        if (parsed.GetValue(format) == "json")
            terminal.Line(JsonSerializer.Serialize(new { file, rows = import.Rows.Count, import.Undecided, raters = import.Raters.Select(r => new { r.Name, labels = r.Labels.Count, r.Unsure }), import.Agreement, import.Disagreements }, RunJson.Compact));
        else
            Print(import, file);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(LabelImport import, string file, bool force, CancellationToken cancellationToken)
    {
        if (import.Rows.Count == 0)
            throw new InputException(new InputProblem(import.Raters[0].Name, "no row was decided", "Rows that everybody is unsure of measure nothing: label more of them."));
        var text = LabelledRowWriter.Text(import.Rows);
        if (File.Exists(file) && !force && await File.ReadAllTextAsync(file, cancellationToken) != text)
            throw new InputException(new InputProblem(file, "other labels are there", "Name another file with --name, or replace it with --force."));
        try
        {
            await LabelledRowWriter.WriteAsync(file, text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(file, $"it cannot be written ({exception.Message})", "Labels stand beside the dataset: make its folder writable."));
        }
    }

    private void Print(LabelImport import, string file)
    {
        foreach (var rater in import.Raters)
            terminal.Line($"{rater.Name}: {rater.Labels.Count} of {import.Key.Rows.Count} rows labelled, {rater.Unsure} of them unsure.");
        if (import.Raters.Count > 1)
            PrintAgreement(import);
        else
            terminal.Line("One rater: how far people agree on these rows, which is the most that a scorer can reach, is not known. Have a second one label them.");
        if (import.Undecided > 0)
            terminal.Line($"{import.Undecided} {(import.Undecided == 1 ? "row that nobody decided is" : "rows that nobody decided are")} left out.");
        terminal.Line($"{file}: {import.Rows.Count} labelled rows.");
        terminal.Line($"then: evalharness calibrate --evaluator {import.Key.What} --labels {file} --out {Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileNameWithoutExtension(file))}");
    }

    private void PrintAgreement(LabelImport import)
    {
        terminal.Results.Write(LabelTables.Of(import.Agreement));
        if (import.Raters.Count > 2 && import.Agreement is { Alpha: { } alpha, Ac1: { } ac1 })
            terminal.Line($"All raters: Krippendorff's alpha {CalibrationTable.Figure(alpha)}, Gwet's AC1 {CalibrationTable.Figure(ac1)}.");
        terminal.Line(import.Disagreements.Count == 0 ? "No disagreements." : $"Disagreements: {import.Disagreements.Count}. A tie counts as no; a third rater who labels these alone (--allow-missing) settles them.");
        foreach (var row in import.Disagreements.Take(Listed))
            terminal.Line($"  {row.Id}  {string.Join(", ", row.Labels.Select(l => $"{l.Key}: {l.Value}"))}  {Cut(row.Question)} → {Cut(row.Answer)}");
        if (import.Disagreements.Count > Listed)
            terminal.Line($"  … {import.Disagreements.Count - Listed} more: --format json lists all.");
    }

    private static string Cut(string text) => text.ReplaceLineEndings(" ") is var line && line.Length > Excerpt ? line[..Excerpt] + "…" : line;
}
