using System.CommandLine;
using EvalHarness.Calibration;
using EvalHarness.Cli.Terminal;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Experiments;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Inputs;
using EvalHarness.Reports;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Cli.Commands;

/// <summary>Measures a scorer's own error on answers that people labelled.</summary>
internal sealed class CalibrateCommand(TerminalOutput terminal, TimeProvider time)
{
    // Judges are waited for; how many calls are under way, their endpoint's limits say.
    private const int JudgedAtOnce = 16;

    private readonly Option<string> evaluator = new("--evaluator") { Description = $"What is measured: {string.Join(", ", LabelScorers.All.Select(s => s.Evaluator).Distinct(StringComparer.Ordinal))}.", Required = true };
    private readonly Option<string> verifier = new("--verifier") { Description = $"How it is computed: {string.Join(", ", LabelScorers.All.Select(s => s.Verifier).Distinct(StringComparer.Ordinal))}, judge, or {string.Join(" or ", ExperimentVerifier.Names)} for the one that --experiment names.", DefaultValueFactory = _ => LabelScorers.Local };
    private readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Programs and assemblies that the experiment names may be started and loaded." };
    private readonly Option<string[]> labels = new("--labels") { Description = "Files of labelled rows (JSONL, or .jsonl.gz): docs/schemas/labels.schema.json.", Required = true, AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> half = new("--half") { Description = "Which groups: all, or those whose hash is for tuning or held out of it.", DefaultValueFactory = _ => GroupHalf.All };
    private readonly Option<string?> experiment = new("--experiment") { Description = "The experiment file that describes the judge or verifier." };
    private readonly Option<string?> judge = new("--judge") { Description = "Which of its judges; may be left out where there is one." };
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
            "evalharness calibrate --evaluator groundedness --labels answers-with-context.jsonl.gz",
            "evalharness calibrate --evaluator groundedness --verifier judge --experiment experiment.yaml --labels labels.jsonl",
            "evalharness calibrate --evaluator groundedness --verifier entailment --experiment experiment.yaml --allow-plugins --labels labels.jsonl") { evaluator, verifier, labels, half, experiment, judge, allowPlugins, folder, format };
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken token) => parsed.GetRequiredValue(verifier) switch
    {
        JudgeVerifier.Kind => await RunJudgeAsync(parsed, token),
        var name when ExperimentVerifier.Names.Contains(name) => await RunDescribedAsync(parsed, token),
        var name => await MeasureAsync(parsed, LabelScorers.Named(parsed.GetRequiredValue(evaluator), name), Environment.ProcessorCount, token),
    };

    private async Task<int> RunDescribedAsync(ParseResult parsed, CancellationToken token)
    {
        using var described = new ExperimentVerifier(parsed.GetRequiredValue(evaluator), parsed.GetValue(experiment), parsed.GetValue(allowPlugins), time, terminal);
        return await MeasureAsync(parsed, described.Scorer, Environment.ProcessorCount, token);
    }

    private async Task<int> RunJudgeAsync(ParseResult parsed, CancellationToken token)
    {
        using var composition = Composition(parsed);
        using var bill = JudgeBill.Open();
        try
        {
            return await MeasureAsync(parsed, Scorer(parsed, composition.Judge(parsed.GetValue(judge), "--judge")), JudgedAtOnce, token);
        }
        catch (ScoringStoppedException exception)
        {
            terminal.Error(exception.Message);
            return ExitCode.Invalid;
        }
        finally
        {
            await PrintAsync(bill, composition);
        }
    }

    private async Task<int> MeasureAsync(ParseResult parsed, ILabelScorer scorer, int inFlight, CancellationToken token)
    {
        var report = await new LabelledFiles(parsed.GetRequiredValue(labels), parsed.GetRequiredValue(half)) { InFlight = inFlight }.MeasureAsync(scorer, token);
        if (parsed.GetValue(folder) is { } into)
            await WriteAsync(report, into, token);
        if (parsed.GetValue(format) == "json")
            terminal.Line(CalibrationWriter.Json(report));
        else
            Print(report);
        return ExitCode.Done;
    }

    // Replies are kept where those of runs are: measured again, nothing is paid again.
    private Composition Composition(ParseResult parsed)
    {
        var file = parsed.GetValue(experiment) ?? throw new InputException(new InputProblem("--verifier judge", "nothing says which model judges", "Name an experiment with judges: by --experiment."));
        return new Composition(new CompositionOptions(ExperimentReader.Read(file), "reports", parsed.GetValue(allowPlugins), time, terminal.Note));
    }

    private ILabelScorer Scorer(ParseResult parsed, Judge asked) => parsed.GetRequiredValue(evaluator) switch
    {
        LabelScorers.Groundedness => new GroundednessScorer(JudgeVerifier.Kind, new JudgeVerifier(asked)),
        LabelScorers.Correctness => Cli.Composition.CorrectnessScorer(asked),
        var other => throw new InputException(new InputProblem("--evaluator", $"'{other}' cannot be measured with a judge", $"Choose one of {LabelScorers.Groundedness}, {LabelScorers.Correctness}.")),
    };

    private async Task PrintAsync(JudgeBill bill, Composition composition)
    {
        foreach (var entry in await new Ledger(composition.Inputs).JudgesAsync(bill.Calls.ToAsyncEnumerable()))
            terminal.Note($"judge {entry.Item}: {LedgerWords.Sum(entry)} as if called, {LedgerWords.Spent(entry)} spent; {LedgerWords.Basis(entry)}.");
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
        if (report.Pooled.NotScored > 0)
            terminal.Line($"{report.Pooled.NotScored} of {report.Pooled.N + report.Pooled.NotScored} rows could not be scored, and are in no figure.");
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
