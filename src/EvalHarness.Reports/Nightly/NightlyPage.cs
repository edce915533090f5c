using System.Globalization;
using System.Net;
using System.Text;
using EvalHarness.Nightly;
using EvalHarness.Reports.Html;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Nightly;

/// <summary>The page of a history, one file without a script: tonight, the trends, the rows, and every night there was.</summary>
internal sealed class NightlyPage(IReadOnlyList<Night> nights, IReadOnlyList<(string Title, string AltText, string Source)> charts)
{
    private const int ShownRows = 200;

    private readonly Night last = nights[^1];
    private readonly StringBuilder body = new();

    public string Html()
    {
        Tonight();
        Charts();
        Guardrails();
        Rows();
        Series();
        History();
        return PageTemplate.Fill("nightly.html", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["head"] = PageTemplate.Head($"{last.Experiment}, {NightWords.Title(last)}", "nightly.css", script: "", loadsRows: false),
            ["body"] = body.ToString(),
        });
    }

    private void Tonight()
    {
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Text(last.Experiment)}</h1>\n<div class=\"verdict {Class(last)}\"><strong>{Text(NightWords.Title(last))}</strong><p>{Text(last.Why)}</p></div>\n");
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">Candidate {Text(last.Candidate.Pipeline)}{(last.Champion is { } champion ? $" against champion {Text(champion.Pipeline)}" : ", no champion")}, {last.Samples} samples, run {Text(last.Run)}.</p>\n");
        if (last.Diff is { } diff)
            body.Append(CultureInfo.InvariantCulture, $"<p>{Text(NightWords.Diff(diff))}</p>\n");
        foreach (var anchors in last.Anchors)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Text(NightWords.Anchors(anchors))}</p>\n");
        foreach (var note in last.Notes)
            body.Append(CultureInfo.InvariantCulture, $"<p class=\"small\">{Text(note)}</p>\n");
    }

    private void Charts()
    {
        foreach (var (title, alt, source) in charts)
            body.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n<img src=\"{source}\" alt=\"{Text(alt)}\">\n");
    }

    private void Guardrails()
    {
        if (last.Guardrails.Count > 0)
            Table("Guardrails tonight", ["Guardrail", "Candidate", "Champion", "Margin", "n", "clusters", "drawn anew", "Evidence", "", "Why"], last.Guardrails.Select(g => (string[])
            [
                NightWords.Metric(g), NightWords.Value(g.Candidate, g.Unit), NightWords.Value(g.Champion, g.Unit), NightWords.Margin(g), $"{g.N}", $"{g.Clusters}", $"{g.Anew}", NightWords.Evidence(g), Word(g.Outcome), g.Why,
            ]));
    }

    private void Rows()
    {
        if (last.Diff?.SinceLastTime is { Count: > 0 } changed)
            Table($"Samples that changed since the last time ({changed.Count})", ["Sample", "Metric", "Before", "Now", ""], changed.Take(ShownRows).Select(Cells));
        if (last.Diff?.SinceChampion is { Count: > 0 } differing)
            Table($"Samples that differ from the champion ({differing.Count})", ["Sample", "Metric", "Champion", "Candidate", ""], differing.Take(ShownRows).Select(Cells));
        if (last.GoldStale.Count > 0)
            Table($"Gold-stale samples, out of the alarm ({last.GoldStale.Count})", ["Sample", "Why"], last.GoldStale.Select(s => (string[])[s.Sample, s.Why]));
        if (last.Anchored.Count > 0)
            Table($"Evidence found again elsewhere ({last.Anchored.Count})", ["Sample", "Was", "Is"], last.Anchored.Select(a => (string[])[a.Sample, $"{a.Document}: {a.Quote}", $"{a.NewDocument}: {a.NewQuote}"]));
        if (last.Flaky.Samples.Count > 0)
            Table($"Flaky samples, version {last.Flaky.Version}: no alerts", ["Sample", "Passes", "Draws", "Expires"], last.Flaky.Samples.Select(s => (string[])[s.Sample, FormattableString.Invariant($"{s.Passes:0.#}"), FormattableString.Invariant($"{s.Draws:0}"), FormattableString.Invariant($"{s.ExpiresAt:yyyy-MM-dd}")]));
    }

    private void Series()
    {
        if (last.Series.Count > 0)
            Table("Figures against their burn-in", ["Figure", "Side", "Tonight", "", "Why"], last.Series.Select(s => (string[])[MetricCatalogue.For(s.Figure).Label, s.Side, NightWords.Value(s.Value, s.Unit), Word(s.Outcome), s.Why]));
    }

    private void History() => Table("Every night", ["Night", "Date", "Verdict", "Why", "Run"], nights.Reverse().Select(n => (string[])
        [$"{n.Number}", FormattableString.Invariant($"{n.StartedAt:yyyy-MM-dd HH:mm}"), n.Verdict.ToString().ToUpperInvariant(), n.Why, n.Run]));

    private static string[] Cells(RowChange change) =>
        [change.Sample, change.Metric, FormattableString.Invariant($"{change.Before:0.###}"), FormattableString.Invariant($"{change.Now:0.###}"), $"{(change.IsWorse ? "worse" : "better")}{(change.IsFlaky ? ", flaky" : "")}"];

    private void Table(string title, IReadOnlyList<string> head, IEnumerable<string[]> rows)
    {
        body.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)}</h2>\n<div class=\"table\" role=\"region\" aria-label=\"{Text(title)}\" tabindex=\"0\"><table><thead><tr>{string.Concat(head.Select(h => $"<th scope=\"col\">{Text(h)}</th>"))}</tr></thead><tbody>\n");
        foreach (var row in rows)
            body.Append(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(cell => $"<td>{Text(cell)}</td>"))}</tr>\n");
        body.Append("</tbody></table></div>\n");
    }

    private static string Class(Night night) => $"{night.Verdict}".ToLowerInvariant();

    private static string Word(WatchOutcome outcome) => $"{outcome}".ToLowerInvariant();

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
