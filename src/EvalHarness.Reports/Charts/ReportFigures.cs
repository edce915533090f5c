using System.Globalization;
using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Charts;

/// <summary>What charts ask of a report.</summary>
internal static class ReportFigures
{
    /// <summary>One metric in one slice, in the order of the pipelines; those without an estimate are left out.</summary>
    public static IReadOnlyList<MetricSummary> Estimated(this RunReport report, string name, string slice = "all")
    {
        var found = report.Summaries.Where(s => s.Name == name && s.Slice == slice && s.Estimate is not null).ToLookup(s => s.Pipeline, StringComparer.Ordinal);
        return [.. report.Pipelines.SelectMany(p => found[p].Take(1))];
    }

    /// <summary>The values of one pipeline's scored rows, ascending.</summary>
    public static double[] Values(this RunReport report, string pipeline, string metric) => report.Scores.Column(pipeline, metric)?.Ascending(Enumerable.Range(0, report.Scores.Samples.Count)) ?? [];

    /// <summary>The badges that the reader must see: of the families of these metrics, where they are not plainly measured.</summary>
    public static IReadOnlyList<FamilyBadge> BadgesFor(this RunReport report, IEnumerable<string> names)
    {
        var families = names.Select(n => MetricCatalogue.For(n).Family).ToHashSet(StringComparer.Ordinal);
        return [.. report.Badges.Where(b => b.Badge != Badge.Measured && families.Contains(b.Family))];
    }

    /// <summary>"60 gold questions of helpdesk (split test)".</summary>
    public static string Questions(this RunReport report)
    {
        var (data, repeats) = (report.Manifest.Dataset, report.Manifest.Options.Repeats);
        return $"{Figure.Count(data.Samples)} gold questions of {report.Manifest.Name} (split {data.Split}{(repeats > 1 ? $", {repeats} repeats" : "")})";
    }

    /// <summary>"95 %".</summary>
    public static string Confidence(this RunReport report, string name) => string.Create(CultureInfo.InvariantCulture, $"{100 * report.Estimated(name)[0].Estimate!.Confidence:0.#} %");

    /// <summary>"rag 71.4 %, base 20.0 %".</summary>
    public static string InWords(this IEnumerable<MetricSummary> summaries) =>
        string.Join(", ", summaries.Select(s => $"{s.Pipeline} {Figure.Of(s.Estimate!.Value, s.Metric.Unit)}"));

    /// <summary>What the reader must know when an interval has an open end.</summary>
    public static string? Note(this IEnumerable<MetricSummary> summaries) =>
        summaries.Any(s => s.Estimate is { Low: null } or { High: null }) ? "A dashed line: the rows do not bound the figure on that side." : null;

    public static string Hint(this Metric metric) => metric.Direction == Direction.Higher ? "higher is better" : "lower is better";
}
