using EvalHarness.Inputs;
using EvalHarness.Reports.Charts;
using EvalHarness.Reports.Html;

namespace EvalHarness.Reports.Live;

/// <summary>Two runs chosen in a form, and what the newer one's pipelines are against the older one's.</summary>
public static class ComparePage
{
    /// <param name="runs">Finished ones.</param>
    public static string Choose(IReadOnlyList<ListedRun> runs) => Page(runs, runs.ElementAtOrDefault(0)?.Id, runs.ElementAtOrDefault(1)?.Id, "");

    /// <param name="report">Of the newer run; its comparisons are with the older one.</param>
    public static string Of(IReadOnlyList<ListedRun> runs, RunReport report, RunReport older)
    {
        var chart = new DifferencesChart().Draw(report) is { } sheet ? SheetImage.Svg(sheet) : null;
        return Page(runs, report.Manifest.Id, older.Manifest.Id, ComparisonPage.Section(report, older, chart, heading: "h2"));
    }

    /// <summary>They cannot be compared, and why.</summary>
    public static string Refused(IReadOnlyList<ListedRun> runs, string? newer, string? older, IReadOnlyList<InputProblem> problems) =>
        Page(runs, newer, older, string.Concat(problems.Select(p => $"<p class=\"note\" role=\"alert\">{LiveHtml.Text($"{p}")}</p>")));

    private static string Page(IReadOnlyList<ListedRun> runs, string? newer, string? older, string result)
    {
        var form = runs.Count < 2
            ? "<p class=\"note\">Two finished runs are needed to compare them.</p>"
            : $"<form class=\"toolbar\" action=\"/compare\">{LiveHtml.Choice("newer", "Newer run", runs, newer)}{LiveHtml.Choice("older", "Older run", runs, older)}<button>Compare</button></form>";
        return LivePage.Of("/compare", "EvalHarness", "Compare two runs", form + result);
    }
}
