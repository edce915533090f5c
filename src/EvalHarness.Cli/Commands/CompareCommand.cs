using System.CommandLine;
using System.Globalization;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Inputs;
using EvalHarness.Reports;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands;

/// <summary>Compares a run's pipelines with one of them, or with those of another run.</summary>
internal sealed class CompareCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder.");
    private readonly Argument<string?> other = new("other") { Description = "Another run on the same samples, the older one: its pipelines are the baselines.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> baseline = new("--baseline") { Description = "The pipeline that the others are compared with; of another run: that one for all, in place of the pipeline of the same name." };
    private readonly Option<string> slice = new("--slice") { Description = "The slice that is printed: all, or tag=value.", DefaultValueFactory = _ => Slice.All };
    private readonly Option<double?> margin = new("--margin") { Description = "A difference that matters, in the metric's unit (0.05 is five points of a rate): how many samples would find it is printed for shares and scores." };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        run.SuggestsRuns(parent);
        other.SuggestsRuns(parent);
        var verb = new Verb(
            "compare",
            """
            Compare pipelines, paired by sample: differences with intervals, tests, and what these rows can and cannot show.

            One run: its pipelines with its baseline; writes comparisons.csv, the charts and the page again.
            Two runs: pipelines of the first with those of the same name in the second, on the same samples and definitions.
            """,
            "evalharness compare 20261123-101500-helpdesk --baseline base",
            "evalharness compare 20261130-090000-helpdesk 20261123-101500-helpdesk",
            "evalharness compare 20261123-101500-helpdesk --margin 0.05",
            "evalharness compare 20261123-101500-helpdesk --slice phrasing=long --format json") { run, other, baseline, slice, margin, parent, format };
        margin.Validators.Add(result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points <= 0)
                result.AddError("--margin must be above 0.");
        });
        verb.SetAction((parsed, token) => parsed.GetValue(other) is { } older ? AcrossAsync(parsed, older, token) : WithinAsync(parsed, token));
        return verb;
    }

    private async Task<int> WithinAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var scores = await OpenAsync(parsed, parsed.GetRequiredValue(run), cancellationToken);
        var report = scores.Report;
        if (parsed.GetValue(baseline) is { } named)
        {
            scores.Run.CompareWith(PipelineNames.Known(named, "--baseline", scores.Run.Manifest.Pipelines));
            report = await scores.ReadAgainAsync(cancellationToken);
        }

        foreach (var writer in ReportWriters.All)
            await writer.WriteAsync(report, scores.Run.Folder.FullPath, cancellationToken);
        return Print(report, parsed, scores.Run.Folder.FullPath);
    }

    private async Task<int> AcrossAsync(ParseResult parsed, string older, CancellationToken cancellationToken)
    {
        await using var newer = await OpenAsync(parsed, parsed.GetRequiredValue(run), cancellationToken);
        await using var before = await OpenAsync(parsed, older, cancellationToken);
        var folder = Path.Combine(newer.Run.Folder.FullPath, $"against-{before.Run.Folder.Id}");
        var report = newer.Report with { Comparisons = new RunPair(newer.Report, before.Report).Compare(parsed.GetValue(baseline)) };
        Directory.CreateDirectory(folder);
        await ComparisonWriter.WriteAsync(report, before.Report, folder, cancellationToken);
        return Print(report, parsed, folder);
    }

    private Task<RecordedScores> OpenAsync(ParseResult parsed, string named, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(parent)!;
        return RecordedScores.ReadAsync(RunFolder.Find(named, folder), folder, terminal, time, change: null, cancellationToken);
    }

    private int Print(RunReport report, ParseResult parsed, string folder)
    {
        var shown = parsed.GetValue(slice)!;
        if (report.Comparisons.Count > 0 && report.Comparisons.All(c => c.Slice != shown))
            throw new InputException(new InputProblem("--slice", $"there is no slice '{shown}'", $"There are: {string.Join(", ", report.Comparisons.Select(c => c.Slice).Distinct().Take(30))}."));
        ComparisonPrint.Print(report, shown, parsed.GetValue(margin), folder, parsed.GetValue(format)!, terminal);
        return ExitCode.Done;
    }
}
