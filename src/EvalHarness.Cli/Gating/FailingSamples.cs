using EvalHarness.Cli.Showing;
using EvalHarness.Reports.Html.Rows;

namespace EvalHarness.Cli.Gating;

/// <summary>The samples of a run that some pipeline did not get right, as the page decides it.</summary>
internal static class FailingSamples
{
    /// <returns>Ids, each once. Rows whose correctness has no value are not among them: nobody knows.</returns>
    public static async Task<IReadOnlyList<string>> OfAsync(RunReport report, CancellationToken cancellationToken)
    {
        var correctness = RowMark.CorrectnessOf(report);
        return await report.Rows(cancellationToken)
            .Where(r => RowMark.Of(r, report.Answers, correctness)[0] is not (MarkWords.Right or MarkWords.NotScored))
            .Select(r => r.Sample.Id)
            .Distinct()
            .ToListAsync(cancellationToken);
    }
}
