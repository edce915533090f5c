using System.Text;
using System.Xml.Linq;
using EvalHarness.Metrics;
using EvalHarness.Reports.Charts;

namespace EvalHarness.Tests.Reports.Charts;

public sealed class SheetImageTests
{
    private static readonly string[] Names = [.. ChartCatalog.Charts.Select(c => c.Name)];

    [TestCaseSource(nameof(Names))]
    public void A_drawing_says_what_it_shows(string name)
    {
        var root = Draw(SomeReport.Make(), name);

        Assert.That(Child(root, "title"), Is.EqualTo(SheetOf(SomeReport.Make(), name).Title));
        Assert.That(Child(root, "desc"), Does.Contain("hybrid"));
        Assert.That(root.Attribute("viewBox")!.Value, Does.StartWith("0 0 960 "));
    }

    [TestCaseSource(nameof(Names))]
    public void Every_pipeline_is_named_in_every_chart(string name)
    {
        var texts = Texts(Draw(SomeReport.Make(), name));

        // Where a choice turns is asked of those that one chooses between.
        Assert.That(texts, Is.SupersetOf(name == "boundaries" ? ["rag", "fine-tuned", "hybrid"] : SomeReport.Pipelines));
    }

    [TestCase("quality")]
    [TestCase("quality-against-cost")]
    [TestCase("slices")]
    [TestCase("format")]
    [TestCase("latency")]
    [TestCase("cost")]
    public void A_pipeline_has_the_same_colour_in_every_chart_that_draws_it(string name)
    {
        var fills = Draw(SomeReport.Make(), name).Descendants().Select(e => e.Attribute("fill")?.Value).ToHashSet();
        var colours = new PipelineColours(SomeReport.Pipelines);

        Assert.That(SomeReport.Pipelines.Select(colours.HexOf).Where(hex => !fills.Contains(hex)), Is.Empty);
    }

    [Test]
    public void Figures_that_rest_on_assumptions_say_so()
    {
        Assert.That(Texts(Draw(SomeReport.Make(), "cost")), Has.Some.EqualTo("Cost: scenario. Priced as if a hosted model had answered."));
        Assert.That(Texts(Draw(SomeReport.Make(), "latency")), Has.Some.StartsWith("Latency: not meaningful here."));
        Assert.That(Texts(Draw(SomeReport.Make(), "quality")), Has.None.Contains("scenario"));
    }

    [Test]
    public void An_interval_with_an_open_end_is_explained()
    {
        Assert.That(Texts(Draw(SomeReport.Make(), "latency")), Has.Some.StartsWith("A dashed line:"));
        Assert.That(Texts(Draw(SomeReport.Make(), "quality")), Has.None.StartsWith("A dashed line:"));
    }

    [Test]
    public void A_drawing_does_not_depend_on_what_was_drawn_before()
    {
        var first = SheetImage.Svg(SheetOf(SomeReport.Make(), "cost"));
        _ = SheetImage.Svg(SheetOf(SomeReport.Make(), "latency"));

        Assert.That(SheetImage.Svg(SheetOf(SomeReport.Make(), "cost")), Is.EqualTo(first));
    }

    [TestCase("<script>alert(1)</script> & \"friends\"")]
    [TestCase("モデル")]
    [TestCase("a-pipeline-whose-name-says-everything-about-its-settings-and-more@2026-09-23")]
    public void A_strange_name_does_not_break_a_drawing(string strange)
    {
        var report = SomeReport.Make();
        string Renamed(string name) => name == "hybrid" ? strange : name;
        report = report with
        {
            Pipelines = [.. report.Pipelines.Select(Renamed)],
            Summaries = [.. report.Summaries.Select(s => s with { Pipeline = Renamed(s.Pipeline) })],
            Decision = report.Decision! with
            {
                Arms = new(report.Decision.Arms.Pipelines.ToDictionary(a => a.Key, a => Renamed(a.Value))),
                Studies = report.Decision.Studies! with { Studies = [.. report.Decision.Studies.Studies.Select(s => s with { Pipeline = Renamed(s.Pipeline) })] },
            },
        };

        foreach (var name in Names)
            Assert.That(Draw(report, name).Descendants().Where(e => e.Name.LocalName == "script"), Is.Empty);
    }

    [Test]
    public void Control_characters_do_not_break_a_drawing() => A_strange_name_does_not_break_a_drawing("a\u0001b\u001b[31m\ud800");

    [Test]
    public void No_heading_reaches_into_the_next_panel()
    {
        var report = SomeReport.Make();
        var longest = new Metric("citation-recall", Unit.Ratio, Direction.Higher, "1");
        report = report with { Summaries = [.. report.Summaries, .. report.Summaries.Where(s => s.Name == "citation-precision").Select(s => s with { Name = longest.Id, Metric = longest })] };

        var texts = Texts(Draw(report, "evidence"));

        Assert.That(texts, Has.Some.StartsWith("Sentences with a citation"));
        Assert.That(texts.Count(t => t == "↑"), Is.EqualTo(1), "the hint that had no room");
    }

    private static Sheet SheetOf(RunReport report, string name) => ChartCatalog.Charts.Single(c => c.Name == name).Draw(report)!;

    private static XElement Draw(RunReport report, string name) => XDocument.Parse(Encoding.UTF8.GetString(SheetImage.Svg(SheetOf(report, name)))).Root!;

    private static string Child(XElement root, string name) => root.Elements().Single(e => e.Name.LocalName == name).Value;

    private static List<string> Texts(XElement root) => [.. root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];
}
