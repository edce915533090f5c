using EvalHarness.Comparisons;
using EvalHarness.Reports.Charts;

namespace EvalHarness.Tests.Reports.Charts;

public sealed class ChartCatalogTests
{
    [Test]
    public void A_whole_report_has_every_chart()
    {
        Assert.That(
            ChartCatalog.Of(SomeReport.Make()).Select(c => c.Name),
            Is.EqualTo(new[] { "quality", "boundaries", "studies", "differences", "quality-against-cost", "slices", "groundedness", "evidence", "format", "latency", "cost" }));
    }

    [TestCase("cost-usd", "quality-against-cost")]
    [TestCase("groundedness-corpus", "groundedness")]
    public void A_chart_whose_metric_is_missing_is_left_out(string metric, string chart)
    {
        var report = SomeReport.Make();

        var charts = ChartCatalog.Of(report with { Summaries = [.. report.Summaries.Where(s => s.Name != metric)] });

        Assert.That(charts.Select(c => c.Name), Does.Not.Contain(chart).And.Contain("quality"));
    }

    [Test]
    public void Rows_without_a_value_leave_a_chart_out()
    {
        var report = SomeReport.Make();
        var empty = report.Summaries.Select(s => s.Name.StartsWith("format", StringComparison.Ordinal) ? s with { Estimate = null, Counts = new OutcomeCounts(0, 0, 60, 0) } : s);

        Assert.That(ChartCatalog.Of(report with { Summaries = [.. empty] }).Select(c => c.Name), Does.Not.Contain("format"));
    }

    [Test]
    public void A_report_without_slices_has_no_chart_of_them()
    {
        var report = SomeReport.Make();

        Assert.That(ChartCatalog.Of(report with { Summaries = [.. report.Summaries.Where(s => s.Slice == "all")] }).Select(c => c.Name), Does.Not.Contain("slices"));
    }

    [Test]
    public void The_alternative_text_gives_the_figures_of_every_pipeline()
    {
        var text = ChartCatalog.Of(SomeReport.Make()).Single(c => c.Name == "quality").AltText;

        Assert.That(text, Does.Match(@"Answers correct: rag \d+\.\d %, fine-tuned \d+\.\d %, fine-tuned@2026-09 \d+\.\d %, hybrid \d+\.\d %, base \d+\.\d %\."));
    }

    [Test]
    public void A_pipeline_that_costs_nothing_has_no_place_on_a_logarithmic_axis()
    {
        var report = SomeReport.Make();
        var free = report.Summaries.Select(s => s.Name == "cost-usd" && s.Pipeline == "base" ? s with { Estimate = s.Estimate! with { Value = 0, Low = 0, High = 0 } } : s);

        var text = ChartCatalog.Of(report with { Summaries = [.. free] }).Single(c => c.Name == "quality-against-cost").AltText;

        Assert.That(text, Does.Contain("hybrid").And.Not.Contain("base"));
    }
}
