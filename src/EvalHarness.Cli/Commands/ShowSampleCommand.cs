using System.CommandLine;
using EvalHarness.Cli.Completing;
using EvalHarness.Cli.Gating;
using EvalHarness.Cli.Showing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Runs;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Commands;

/// <summary>Shows one sample of a recorded run: what was asked, what was right, and what each pipeline made of it.</summary>
internal sealed class ShowSampleCommand(TerminalOutput terminal, TimeProvider time)
{
    private const int Suggestions = 3;

    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder.");
    private readonly Argument<string> sample = OutputOptions.Named("sample-id", "A sample's id.");
    private readonly Option<string?> pipeline = new("--pipeline") { Description = "Only this pipeline." };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        run.SuggestsRuns(parent);
        var verb = new Verb(
            "show",
            "Show one sample of a run: the question, what is right, and each pipeline's answer, citations, scores with reasons, cause, times, tokens and cost. Nothing is called.",
            "evalharness show 20261123-101500-helpdesk password-reset-3",
            "evalharness show 20261123-101500-helpdesk password-reset-3 --pipeline rag",
            "evalharness show 20261123-101500-helpdesk password-reset-3 --format json") { run, sample, pipeline, parent, format };
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(parent)!;
        await using var scores = await RecordedScores.ReadAsync(RunFolder.Find(parsed.GetRequiredValue(run), folder), folder, terminal, time, change: null, cancellationToken);
        var only = parsed.GetValue(pipeline) is { } named ? PipelineNames.Known(named, "--pipeline", scores.Run.Manifest.Pipelines) : null;
        var rows = await RowsAsync(scores.Report, parsed.GetRequiredValue(sample), only, cancellationToken);
        var shown = new ShownSample(scores.Report.Manifest.Id, rows[0].Sample, [.. rows.Select(r => ShownAnswer.Of(r, scores.Report))]);
        if (parsed.GetValue(format) == "json")
            terminal.Line(ShownJson.Of(shown));
        else
            SamplePrint.Print(shown, terminal);
        return ExitCode.Done;
    }

    private static async Task<List<ResultRow>> RowsAsync(RunReport report, string id, string? only, CancellationToken cancellationToken)
    {
        var rows = await report.Rows(cancellationToken).Where(r => r.Sample.Id == id && (only is null || r.Pipeline == only)).ToListAsync(cancellationToken);
        return rows.Count > 0 ? rows : throw new InputException(Unknown(report, id, only));
    }

    private static InputProblem Unknown(RunReport report, string id, string? only)
    {
        string[] known = [.. report.Scores.Samples.Select(s => s.Id)];
        return known.Contains(id)
            ? new InputProblem("--pipeline", $"'{only}' has no answer to sample '{id}' in run {report.Manifest.Id}", $"Answer what is missing: evalharness retry {report.Manifest.Id}.")
            : new InputProblem("<sample-id>", $"run {report.Manifest.Id} has no sample '{id}'", $"The nearest of its {known.Length} ids: {string.Join(", ", NearestName.Nearest(id, known, Suggestions))}.");
    }
}
