using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EvalHarness.Calibration.Labelling;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Reports.Labelling;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Draws rows of a run for people to label.</summary>
internal sealed class LabelExportCommand(TerminalOutput terminal, TimeProvider time)
{
    private const int UsualCount = 200;

    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder.");
    private readonly Option<string> folder = new("--out") { Description = "The folder to write: labels.csv and label.html for the raters, and key.json, which they do not get.", Required = true };
    private readonly Option<string> what = new("--what") { Description = $"What is asked: {string.Join(", ", LabelTask.Names)}.", Required = true };
    private readonly Option<LabelEvidence?> evidence = new("--evidence") { Description = "What groundedness is judged by: corpus (there for every pipeline; the usual one) or passages (what the pipeline was given)." };
    private readonly Option<int> count = new("--count") { Description = "Rows to draw.", DefaultValueFactory = _ => UsualCount };
    private readonly Option<bool> stratify = new("--stratify") { Description = "Draw by pipeline and by the scorer's verdict, each in proportion, so that a small sample looks like the run." };
    private readonly Option<int?> seed = new("--seed") { Description = "Another draw; the experiment's seed when absent." };
    private readonly Option<string> parent = LabelOptions.Reports();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        run.SuggestsRuns(parent);
        var verb = new Verb(
            "export",
            "Draw rows of a run for people to label: a sheet and an offline page that say neither pipeline nor score, and the key, which stays with you.",
            "evalharness label export 20261123-101500-helpdesk --what answer-correctness --out labels/round-1",
            "evalharness label export 20261123-101500-helpdesk --what groundedness --count 300 --stratify --out labels/grounded") { run, folder, what, evidence, count, stratify, seed, parent, format };
        what.AcceptOnlyFromAmong([.. LabelTask.Names]);
        count.Validators.Add(result =>
        {
            if (result.Tokens is [var written, ..] && int.TryParse(written.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var rows) && rows < 1)
                result.AddError("--count must be 1 or more.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var into = parsed.GetRequiredValue(folder);
        if (File.Exists(Path.Combine(into, LabelKey.FileName)))
            throw new InputException(new InputProblem(into, "an export is there already, and perhaps labels", "Name another folder with --out."));
        var task = LabelTask.Named(parsed.GetRequiredValue(what), parsed.GetValue(evidence));
        await using var opened = LabelRun.Open(parsed.GetRequiredValue(run), parsed.GetValue(parent)!, terminal, time);
        LabelDraw draw = new(parsed.GetValue(count), parsed.GetValue(seed) ?? opened.Seed, parsed.GetValue(stratify));
        var evaluators = opened.Evaluators;
        var export = await LabelExport.DrawAsync(opened.Run, task, draw, opened.Presenter(task), [.. evaluators.SelectMany(e => e.Metrics)], [.. evaluators.Select(e => e.Definition)], cancellationToken);
        await WriteAsync(export, into, cancellationToken);
        if (parsed.GetValue(format) == "json")
            terminal.Line(JsonSerializer.Serialize(new { folder = into, export.Key.Export, rows = export.Items.Count, export.Groups, export.Key.Eligible, export.LeftOut, widths = LabelTables.Widths(export) }, RunJson.Compact));
        else
            Print(export, into);
        return ExitCode.Done;
    }

    private static async Task WriteAsync(LabelExport export, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await LabelExportWriter.WriteAsync(export, folder, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(folder, $"it cannot be written ({exception.Message})", "Name another folder with --out."));
        }
    }

    private void Print(LabelExport export, string folder)
    {
        terminal.Line($"{export.Items.Count} of {export.Key.Eligible} rows drawn ({export.Key.Drawn}, seed {export.Key.Seed}), on {export.Groups} independent groups; asked: {export.Task.Asked}");
        foreach (var (reason, rows) in export.LeftOut)
            terminal.Line($"left out: {rows} {(rows == 1 ? "row" : "rows")}: {reason}");
        terminal.Results.Write(LabelTables.Of(export));
        terminal.Paragraph($"Half-widths of 95 % intervals, where the scorer is right on four rows of five and people say yes as often as it does ({export.SaidYes.ToString("P0", CultureInfo.InvariantCulture)}). Rows of one group are worth less than as many groups.");
        terminal.Line($"for the raters: {Path.Combine(folder, LabelPage.FileName)}, or labels.csv beside it");
        terminal.Line($"keep from them: {Path.Combine(folder, LabelKey.FileName)}");
        terminal.Line($"then: evalharness label import {folder} --run {export.Key.Run}");
    }
}
