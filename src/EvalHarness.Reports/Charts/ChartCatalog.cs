using EvalHarness.Metrics;

namespace EvalHarness.Reports.Charts;

/// <summary>The charts there are, in the order of the page.</summary>
public static class ChartCatalog
{
    internal static IReadOnlyList<IChart> Charts { get; } =
    [
        new IntervalChart("quality", "Quality of the answers", 2,
            [.. AnswerCorrectness.OrNext, "unsupported-answer", "groundedness-corpus", "coverage", "abstention-correct", "over-refusal"]),
        new BoundariesChart(),
        new StudiesChart(),
        new DifferencesChart(),
        new QualityAgainstCostChart(),
        new SlicesChart(),
        new GroundednessChart(),
        new IntervalChart("evidence", "Retrieval and citations", 2,
            "retrieval-hit@", "retrieval-recall@", "retrieval-mrr", "retrieval-ndcg@", "citation-precision", "citation-recall"),
        new IntervalChart("format", "Format: replies that a program can read", 2,
            "format-strict", "format-lenient", "format-schema", "format-fields"),
        new LatencyChart(),
        new IntervalChart("cost", "Cost per question and per correct answer", 2,
            "cost-usd", "cost-per-correct-usd", "tokens-in", "tokens-out"),
    ];

    /// <summary>The charts that this report has data for: those that <see cref="ChartWriter"/> writes.</summary>
    public static IReadOnlyList<DrawnChart> Of(RunReport report) =>
        [.. from chart in Charts let sheet = chart.Draw(report) where sheet is not null select new DrawnChart(chart.Name, sheet.Title, sheet.AltText)];
}
