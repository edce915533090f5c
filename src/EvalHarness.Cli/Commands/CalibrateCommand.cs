using System.CommandLine;
using EvalHarness.Calibration;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Reports;

namespace EvalHarness.Cli.Commands;

/// <summary>Measures a scorer's own error on answers that people labelled.</summary>
internal sealed class CalibrateCommand(TerminalOutput terminal)
{
    private readonly Option<string> evaluator = new("--evaluator") { Description = $"What is measured: {string.Join(", ", LabelScorers.All.Select(s => s.Evaluator).Distinct(StringComparer.Ordinal))}.", Required = true };
    private readonly Option<string> verifier = new("--verifier") { Description = $"How it is computed: {string.Join(", ", LabelScorers.All.Select(s => s.Verifier).Distinct(StringComparer.Ordinal))}.", DefaultValueFactory = _ => LabelScorers.Local };
    private readonly Option<string[]> labels = new("--labels") { Description = "Files of labelled rows (JSONL, or .jsonl.gz): docs/schemas/labels.schema.json.", Required = true, AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> half = new("--half") { Description = "Which groups: all, or those whose hash is for tuning or held out of it.", DefaultValueFactory = _ => GroupHalf.All };
    private readonly Option<string?> folder = new("--out") { Description = "A folder for calibration.json, calibration.csv and reliability.png." };
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        half.AcceptOnlyFromAmong(GroupHalf.All, GroupHalf.Tuning, GroupHalf.HeldOut);
        var verb = new Verb(
            "calibrate",
            "Measure a scorer on answers that people labelled: agreement with intervals, per source, system and file.",
            "evalharness calibrate --evaluator answer-correctness --labels labels.jsonl.gz --out reports/calibration",
            "evalharness calibrate --evaluator answer-correctness --verifier token-f1 --labels labels.jsonl",
            "evalharness calibrate --evaluator groundedness --labels answers-with-context.jsonl.gz") { evaluator, verifier, labels, half, folder, format };
        verb.SetAction(async (parsed, token) =>
        {
            var scorer = LabelScorers.Named(parsed.GetRequiredValue(evaluator), parsed.GetRequiredValue(verifier));
            var report = await new LabelledFiles(parsed.GetRequiredValue(labels), parsed.GetRequiredValue(half)).MeasureAsync(scorer, token);
            if (parsed.GetValue(folder) is { } into)
                await WriteAsync(report, into, token);
            if (parsed.GetValue(format) == "json")
                terminal.Line(CalibrationWriter.Json(report));
            else
                Print(report);
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task WriteAsync(CalibrationReport report, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await CalibrationWriter.WriteAsync(report, folder, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(new InputProblem(folder, $"it cannot be written ({exception.Message})", "Name another folder with --out."));
        }
    }

    private void Print(CalibrationReport report)
    {
        terminal.Line($"{report.Evaluator}, verifier {report.Verifier}, groups: {report.Half}, {string.Join(", ", report.Labels.Keys)}; intervals at 95 %, clustered by group.");
        terminal.Results.Write(CalibrationTable.Of(report));
        if (report.MeanOfFiles is { BalancedAccuracy: { } accuracy, Auc: { } auc, Kappa: { } kappa } && report.Files.Count > 1)
            terminal.Line($"Mean of {report.Files.Count} files: balanced accuracy {CalibrationTable.Figure(accuracy)}, AUC {CalibrationTable.Figure(auc)}, kappa {CalibrationTable.Figure(kappa)}.");
        if (report.Pooled.WithinSystemAuc is { } within && report.Systems.Count > 1)
            terminal.Line($"Between answers of one system: AUC {CalibrationTable.Figure(within)}.");
        if (report.Pooled.HumanKappa is { } ceiling)
            terminal.Line($"People with people: kappa {CalibrationTable.Interval(ceiling)}. No scorer can be expected to do better.");
        if (report.Pooled.ExpectedCalibrationError is { } error)
            terminal.Line($"Score as a probability: expected calibration error {CalibrationTable.Figure(error)}.");
        terminal.Line($"Definition: {report.Definition}");
    }
}
