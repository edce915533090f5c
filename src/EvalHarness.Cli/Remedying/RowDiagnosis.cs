using EvalHarness.Cli.Showing;
using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Reports.Html.Rows;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Remedying;

/// <summary>Reads rows of a report as remedies see them.</summary>
internal sealed class RowDiagnosis(RunReport report)
{
    private readonly AnswerReader reader = report.Answers;
    private readonly string? correctness = RowMark.CorrectnessOf(report);
    private readonly SampleSelection selection = new(Seed: report.Manifest.Options.Seed);

    /// <summary>The first repetition of each sample.</summary>
    public IAsyncEnumerable<DiagnosedRow> RowsAsync(CancellationToken cancellationToken) =>
        report.Rows(cancellationToken).Where(r => r.Repeat == 0).Select(Of);

    private DiagnosedRow Of(ResultRow row)
    {
        var faults = Fault.OfRow(row.Scores);
        var outcome = faults.Count > 0 ? RowOutcome.Wrong : RowMark.Of(row, reader, correctness)[0] switch
        {
            MarkWords.Right => RowOutcome.Right,
            MarkWords.NotScored => RowOutcome.Unknown,
            _ => RowOutcome.Wrong,
        };
        return new DiagnosedRow(row.Pipeline, row.Sample.Id, row.Sample.Cluster ?? row.Sample.Id, selection.Rank(row.Sample), outcome, faults, faults.Count > 0 ? Asked(row.Sample) : null);
    }

    private static string Asked(Sample sample) => sample.Messages.Count == 0 ? sample.Question : string.Join('\n', sample.Messages.Select(m => m.Content));
}
