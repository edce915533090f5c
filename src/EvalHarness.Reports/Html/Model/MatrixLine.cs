using EvalHarness.Decisions;
using EvalHarness.Decisions.Matrix;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>A criterion's line.</summary>
/// <param name="Kind"><c>best</c>, <c>shared</c>, <c>same</c>, <c>open</c> or <c>unmeasured</c>.</param>
/// <param name="Colours">Of those that lead, where somebody is shown to be worse.</param>
public sealed record MatrixLine(string Title, string Asks, string Verdict, string Kind, string Badge, string Says, string Figures, string Differences, string Rule, IReadOnlyList<string> Colours)
{
    public static MatrixLine Of(MatrixRow row, Arms arms, PipelineColours colours) => new(
        row.Criterion.Title,
        row.Criterion.Asks,
        MatrixWords.Verdict(row),
        row.Verdict switch
        {
            _ when row.Badge == Comparisons.Badge.NotMeaningful => "unmeasured",
            MatrixVerdict.Best => "best",
            MatrixVerdict.Shared => "shared",
            MatrixVerdict.NoDifferenceShown => "same",
            MatrixVerdict.NotEnoughRows => "open",
            _ => "unmeasured",
        },
        BadgeWords.Of(row.Badge),
        MatrixWords.Says(row),
        MatrixWords.Figures(row),
        MatrixWords.Differences(row),
        MatrixWords.Rule(row),
        row is { Verdict: MatrixVerdict.Best or MatrixVerdict.Shared, Badge: not Comparisons.Badge.NotMeaningful } ? [.. row.Leaders.Select(a => colours.HexOf(arms[a]!))] : []);
}
