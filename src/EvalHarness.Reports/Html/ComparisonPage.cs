using System.Net;
using System.Text;
using EvalHarness.Comparisons;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Html;

/// <summary><c>index.html</c> of two runs compared: the forest, then every metric by slice, on one page without a script.</summary>
internal static class ComparisonPage
{
    private static readonly string[] Heads = ["Pipeline", "Metric", "Difference", "95 % interval", "p", "Better / worse", "n", "Shows"];

    /// <param name="chart">The differences as SVG; absent where there are none.</param>
    public static string Of(RunReport report, RunReport older, byte[]? chart) => PageTemplate.Fill("plain.html", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["head"] = PageTemplate.Head($"{report.Manifest.Id} against {older.Manifest.Id}", "plain.css", script: "", loadsRows: false),
        ["section"] = Section(report, older, chart),
    });

    /// <summary>A section element that can stand in another page; all text in it is escaped.</summary>
    /// <param name="heading">The element of its heading.</param>
    public static string Section(RunReport report, RunReport older, byte[]? chart, string heading = "h1")
    {
        var html = new StringBuilder($"<section><{heading}>{Encode(report.Manifest.Id)} against {Encode(older.Manifest.Id)}</{heading}>");
        html.Append("<p>Difference: the first run's pipeline − the second's, paired by sample and clustered by source document. In slice all p is adjusted for the number of metrics (Holm); in others it is not: read them as hints.</p>");
        if (chart is not null)
            html.Append($"<img alt=\"Differences with their intervals; the table below has the same numbers.\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String(chart)}\">");
        foreach (var slice in report.Comparisons.Where(c => c.N > 0).GroupBy(c => c.Slice))
            html.Append(slice.Key == Slice.All ? Table(slice) : $"<details><summary>{Encode(slice.Key)}</summary>{Table(slice)}</details>");
        return html.Append("</section>").ToString();
    }

    private static string Table(IGrouping<string, PairedComparison> slice) => HtmlTable.Of(slice.Key, Heads, slice.Select(Cells));

    private static IReadOnlyList<string> Cells(PairedComparison comparison) =>
    [
        comparison.Candidate,
        MetricCatalogue.For(comparison.Metric, comparison.Metric.Id).Label,
        comparison.Difference is { } d ? Figure.OfDifference(d.Value, comparison.Metric.Unit) : "–",
        comparison.Difference is { } interval ? Figure.IntervalOfDifference(interval, comparison.Metric.Unit) : "–",
        (comparison.PAdjusted ?? comparison.P) is { } p ? Figure.P(p) : "–",
        $"{Figure.Count(comparison.Wins)} / {Figure.Count(comparison.Losses)}",
        Figure.Count(comparison.N),
        FindingWords.Of(comparison),
    ];

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
