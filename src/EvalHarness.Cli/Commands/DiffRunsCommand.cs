using System.CommandLine;
using System.Globalization;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Differing;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Runs;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Commands;

/// <summary>Shows which rows changed from one run to another, exactly; no statistics, which compare has.</summary>
internal sealed class DiffRunsCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> before = OutputOptions.Named("run-a", "The older run's id or folder.");
    private readonly Argument<string> after = OutputOptions.Named("run-b", "The newer run's id or folder, on the same samples.");
    private readonly Option<string?> pipeline = new("--pipeline") { Description = "Only this pipeline; else all whose names the runs share." };
    private readonly Option<int> limit = new("--limit") { Description = "Print at most so many rows; the counts are of all.", DefaultValueFactory = _ => 50 };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        before.SuggestsRuns(parent);
        after.SuggestsRuns(parent);
        var verb = new Verb(
            "diff",
            "Show the rows that changed from one run to another: what became wrong first, then what became right, then other changes. Nothing is called; whether a difference is more than chance, compare says.",
            "evalharness diff 20261123-101500-helpdesk 20261130-090000-helpdesk",
            "evalharness diff 20261123-101500-helpdesk 20261130-090000-helpdesk --pipeline rag --limit 10",
            "evalharness diff 20261123-101500-helpdesk 20261130-090000-helpdesk --format json") { before, after, pipeline, limit, parent, format };
        limit.Validators.Add(result =>
        {
            // What is no number is the parser's to say.
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var rows) && rows < 0)
                result.AddError("--limit must be 0 or more.");
        });
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var older = await OpenAsync(parsed, parsed.GetRequiredValue(before), cancellationToken);
        // A run is one process's at a time: what it is compared with itself for can only be nothing.
        if (RunFolder.Find(parsed.GetRequiredValue(after), parsed.GetValue(parent)!).FullPath == older.Run.Folder.FullPath)
            throw new InputException(new InputProblem("<run-b>", "it is the run itself", "Name another run on the same samples."));
        await using var newer = await OpenAsync(parsed, parsed.GetRequiredValue(after), cancellationToken);
        new RunPair(newer.Report, older.Report).DemandSameData();
        var differ = new RowDiffer(older.Report, newer.Report, Pipelines(parsed.GetValue(pipeline), older, newer));
        var diff = await differ.DiffAsync(cancellationToken);
        DiffPrint.Print(diff, parsed.GetValue(limit), parsed.GetValue(format)!, terminal);
        return ExitCode.Done;
    }

    private Task<RecordedScores> OpenAsync(ParseResult parsed, string named, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(parent)!;
        return RecordedScores.ReadAsync(RunFolder.Find(named, folder), folder, terminal, time, change: null, cancellationToken);
    }

    private static IReadOnlyList<string> Pipelines(string? only, RecordedScores older, RecordedScores newer)
    {
        string[] shared = [.. newer.Report.Pipelines.Intersect(older.Report.Pipelines)];
        if (shared.Length == 0)
            throw new InputException(new InputProblem(older.Run.Manifest.Id, "the two runs share no pipeline's name", "Compare pipelines of unlike names with evalharness compare --baseline."));
        if (only is null)
            return shared;
        return shared.Contains(only)
            ? [only]
            : throw new InputException(new InputProblem("--pipeline", $"the two runs do not share a pipeline '{only}'", $"{NearestName.Question(only, shared)}They share: {string.Join(", ", shared)}."));
    }
}
