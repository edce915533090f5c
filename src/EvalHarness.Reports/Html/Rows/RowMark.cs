using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Reports.Html.Rows;

/// <summary>A result in two letters, for the list of rows and its filters.</summary>
/// <remarks>R right, W wrong, D declined an answerable question, F failed, N correctness not scored; then u when a claim is unsupported.</remarks>
public static class RowMark
{
    /// <summary>The metric that right and wrong are read from; absent when the run has none.</summary>
    public static string? CorrectnessOf(RunReport report) => AnswerCorrectness.OrNext.FirstOrDefault(id => report.Metrics.Any(m => m.Id == id));

    public static string Of(ResultRow row, AnswerReader reader, string? correctness)
    {
        if (row.Trace.Answer is not { } answer)
            return "F";
        var unsupported = row.Scores.GetValueOrDefault("unsupported-answer")?.Value > 0 ? "u" : "";
        return Correct(row, reader.Read(answer).IsAbstention, correctness) + unsupported;
    }

    private static string Correct(ResultRow row, bool abstains, string? correctness) => (row.Sample.Unanswerable, abstains) switch
    {
        (true, true) => "R",
        (true, false) => "W",
        (false, true) => "D",
        _ => correctness is null ? "N" : row.Scores.GetValueOrDefault(correctness)?.Value switch
        {
            null => "N",
            >= AnswerCorrectness.RightFrom => "R",
            _ => "W",
        },
    };
}
