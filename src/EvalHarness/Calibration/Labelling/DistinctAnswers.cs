using EvalHarness.Runs;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Leaves out repetitions that say what an earlier one of the same pipeline and sample said: nobody labels a text twice.</summary>
internal sealed class DistinctAnswers
{
    private readonly HashSet<(string Pipeline, string Answer)> said = [];
    private string? sample;

    /// <param name="rows">The rows of a sample stand together.</param>
    public IAsyncEnumerable<ResultRow> Of(IAsyncEnumerable<ResultRow> rows) => rows.Where(IsNew);

    private bool IsNew(ResultRow row)
    {
        if (row.Sample.Id != sample)
            said.Clear();
        sample = row.Sample.Id;
        return row.Trace.Answer is not { } answer || said.Add((row.Pipeline, answer.Text));
    }
}
