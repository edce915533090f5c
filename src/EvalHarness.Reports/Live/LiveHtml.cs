using System.Net;
using EvalHarness.Reports.Csv;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Live;

/// <summary>Parts of served pages; all text in them is escaped.</summary>
internal static class LiveHtml
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Badge(string kind, string text) => $"<span class=\"badge {Text(kind.ToLowerInvariant().Replace(' ', '-'))}\">{Text(text)}</span>";

    /// <summary>A run's state and, where a gate has spoken, its verdict.</summary>
    public static string Badges(ListedRun run) =>
        Badge(LiveWords.State(run), LiveWords.StateAndShare(run)) + (run.Verdict is { } verdict ? " " + Badge($"{verdict}", VerdictWords.Of(verdict)) : "");

    /// <param name="caption">Names the table; shown above it.</param>
    /// <param name="rows">Cells as elements, <c>th</c> and <c>td</c>.</param>
    public static string Table(string caption, IEnumerable<string> heads, IEnumerable<string> rows) => string.Concat(
        $"<div class=\"wide\" role=\"region\" aria-label=\"{Text(caption)}\" tabindex=\"0\"><table><caption>{Text(caption)}</caption><thead><tr>",
        string.Concat(heads.Select(h => $"<th scope=\"col\">{Text(h)}</th>")),
        "</tr></thead><tbody>",
        string.Concat(rows.Select(r => $"<tr>{r}</tr>")),
        "</tbody></table></div>");

    /// <summary>A figure with its interval and n.</summary>
    public static string Cell(SummaryLine? line) => line?.Estimate is not { } estimate
        ? "<td class=\"none\">–</td>"
        : $"<td><span class=\"value\">{Text(Figure.Of(estimate.Value, line.Unit))}</span><span class=\"interval\">{Text(Figure.Interval(estimate, line.Unit))}</span><span class=\"n\">n {Figure.Count(estimate.N)} of {Figure.Count(line.N)}</span></td>";

    public static string Label(string metric) => MetricCatalogue.For(metric).Label;

    public static string Choice(string name, string label, IEnumerable<ListedRun> runs, string? chosen) => string.Concat(
        $"<label>{Text(label)} <select name=\"{name}\">",
        string.Concat(runs.Select(r => $"<option value=\"{Text(r.Id)}\"{(r.Id == chosen ? " selected" : "")}>{Text(r.Id)}</option>")),
        "</select></label>");
}
