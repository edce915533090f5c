using EvalHarness.Comparisons;
using EvalHarness.Metrics;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Cli.Terminal;

/// <summary>One metric of the printed table: heading lines, and a cell for every pipeline.</summary>
internal sealed record HeadlineColumn(IReadOnlyList<string> Heading, IReadOnlyList<string> Cells)
{
    private const int HeadingWidth = 17;

    public int Width => Heading.Concat(Cells).Max(line => line.Length);

    public static HeadlineColumn Of(string metric, RunReport report)
    {
        var summaries = report.Pipelines.Select(p => report.Summaries.FirstOrDefault(s => s.Pipeline == p && s.Name == metric && s.Slice == "all")).ToList();
        var rows = summaries.OfType<MetricSummary>().Select(Rows).Distinct(StringComparer.Ordinal).ToList();
        string[] basis = [.. summaries.Any(s => s is not null && IsShare(s)) ? ["%"] : Array.Empty<string>(), .. rows.Count == 1 ? [$"n {rows[0]}"] : Array.Empty<string>()];
        return new HeadlineColumn(
            [.. HeadingOf(metric, report), string.Join(", ", basis)],
            [.. summaries.Select(s => Cell(s) + (rows.Count > 1 && s is { Estimate: not null } ? $" n {Rows(s)}" : ""))]);
    }

    private static IEnumerable<string> HeadingOf(string metric, RunReport report)
    {
        var badge = BadgeWords.For(metric, report);
        return [.. Wrap(MetricCatalogue.For(metric).Label), .. badge == BadgeWords.Of(Badge.Measured) ? [] : new[] { $"({badge})" }];
    }

    private static string Cell(MetricSummary? summary) => summary switch
    {
        null => "–",
        { Estimate: null } => "no value",
        { Estimate: { } estimate, Metric.Unit: var unit } => $"{Value(summary, Figure.Of(estimate.Value, unit))} {Figure.Interval(estimate, unit)}",
    };

    // The heading says per cent once for all.
    private static string Value(MetricSummary summary, string figure) => IsShare(summary) ? figure.Replace(" %", "", StringComparison.Ordinal) : figure;

    private static bool IsShare(MetricSummary summary) => summary.Metric.Unit is Unit.Ratio or Unit.YesNo;

    private static string Rows(MetricSummary summary) => $"{Figure.Count(summary.Counts.Scored)}/{Figure.Count(summary.Counts.Applicable)}";

    /// <summary>A heading in lines that columns have room for.</summary>
    public static IEnumerable<string> Wrap(string label)
    {
        var line = "";
        foreach (var word in label.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > HeadingWidth)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
