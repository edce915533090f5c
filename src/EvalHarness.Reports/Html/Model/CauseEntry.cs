using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Html.Model;

/// <summary>Why an answer went wrong, with a cell per pipeline.</summary>
public sealed record CauseEntry(string Label, string Meaning, IReadOnlyList<CauseCell?> Cells);

/// <summary>Rows of one pipeline that went wrong by one cause.</summary>
/// <param name="Text">"107 (41 %)", of those that went wrong.</param>
/// <param name="Rate">Of all rows, with its interval.</param>
public sealed record CauseCell(int Rows, string Text, string? Rate)
{
    internal static CauseCell? Of(CauseSummary? summary) =>
        summary is null ? null : new(summary.Rows, CauseWords.Cell(summary), summary.Rate is { } rate ? $"{Figure.Of(rate.Value, Unit.Ratio)} {Figure.Interval(rate, Unit.Ratio)} of all rows" : null);
}
