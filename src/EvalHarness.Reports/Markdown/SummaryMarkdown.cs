using EvalHarness.Comparisons;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Inputs;
using EvalHarness.Reports.Wording;
using EvalHarness.Statistics;
using static EvalHarness.Reports.Markdown.MarkdownText;

namespace EvalHarness.Reports.Markdown;

/// <summary>The lines of a summary: title, answer, one table, notes, how to make it again.</summary>
internal sealed class SummaryMarkdown(RunReport report)
{
    private const int ShownPipelines = 19;
    private const int ShownNotes = 6;
    private const int ShownSentences = 5;
    private const int ShownCosts = 8;
    private const int ShownPrices = 2;
    private const int ShownWarnings = 3;

    private readonly IReadOnlyList<string> headlines = HeadlineMetrics.Of(report);

    public IEnumerable<string> Lines() =>
    [
        $"# {Escape(report.Manifest.Name)}",
        "",
        $"Run `{report.Manifest.Id.Replace('`', ' ')}`. {Escape(Answer())}",
        "",
        .. Warnings(),
        .. Table(),
        "",
        "Brackets hold the 95 % interval.",
        "",
        .. Causes(),
        .. Costs(),
        .. Notes(),
        "",
        "Made again by:",
        "",
        $"    {report.Manifest.Command.ReplaceLineEndings(" ")}",
    ];

    private IEnumerable<string> Warnings()
    {
        var warnings = WarningWords.Of(report);
        return
        [
            .. warnings.Take(ShownWarnings).Select(w => $"**Warning.** {Escape(w)}\n"),
            .. warnings.Count > ShownWarnings ? [$"**{warnings.Count - ShownWarnings} more warnings** of this kind are on the page.\n"] : Array.Empty<string>(),
        ];
    }

    private string Answer()
    {
        var answer = RunAnswer.From(report);
        var parts = answer.Metrics.Select(m => $"{MetricCatalogue.For(m.Name).Label}: {m.Text}");
        return string.Join(' ', [answer.Question, .. report.Decision is { } decision ? [DecisionWords.Answer(decision, report)] : Array.Empty<string>(), .. parts, answer.Recommendation]);
    }

    private IEnumerable<string> Table() =>
    [
        $"| Pipeline | {string.Join(" | ", headlines.Select(Head))} |",
        $"|---|{string.Concat(headlines.Select(_ => "---|"))}",
        .. report.Pipelines.Take(ShownPipelines).Select(Line),
        .. report.Pipelines.Count > ShownPipelines ? [$"\n{report.Pipelines.Count - ShownPipelines} more pipelines are in summary.csv."] : Array.Empty<string>(),
    ];

    private string Head(string name)
    {
        var badge = BadgeWords.For(name, report);
        return Escape(MetricCatalogue.For(name).Label) + (badge == BadgeWords.Of(Badge.Measured) ? "" : $" ({badge})");
    }

    private string Line(string pipeline)
    {
        var baseline = pipeline == report.Manifest.Baseline ? " (baseline)" : "";
        return $"| {Escape(pipeline)}{baseline} | {string.Join(" | ", headlines.Select(name => Cell(pipeline, name)))} |";
    }

    private string Cell(string pipeline, string name) =>
        report.Summaries.FirstOrDefault(s => s.Slice == "all" && s.Pipeline == pipeline && s.Name == name) is { Estimate: { } estimate } summary
            ? Escape($"{Figure.Of(estimate.Value, summary.Metric.Unit)} {Figure.Interval(estimate, summary.Metric.Unit)}, n {summary.Counts.Scored} of {summary.Counts.Applicable}")
            : "–";

    private IEnumerable<string> Causes()
    {
        var shown = report.Pipelines.Take(ShownPipelines).Select(p => report.Causes.Where(c => c.Pipeline == p).ToList()).Where(c => c.Count > 0).ToList();
        if (shown.All(c => c[0].Faulty == 0))
            return [];
        return
        [
            Escape($"Where answers went wrong. {string.Join(' ', shown.Take(ShownSentences).Select(CauseWords.Sentence))}"),
            "",
            $"| Cause | {string.Join(" | ", shown.Select(c => Escape(c[0].Pipeline)))} |",
            $"|---|{string.Concat(shown.Select(_ => "---|"))}",
            .. Enumerable.Range(0, shown[0].Count).Where(i => shown.Any(c => c[i].Rows > 0)).Select(i => $"| {CauseWords.Of(shown[0][i].Cause)} | {string.Join(" | ", shown.Select(c => CauseWords.Cell(c[i])))} |"),
            "",
        ];
    }

    // Sixty lines are soon full: what is free and known is in ledger.csv.
    private IEnumerable<string> Costs()
    {
        var shown = report.Ledger.Where(e => e.Usd != 0 || e.Unknown > 0).ToList();
        if (shown.Count == 0)
            return [];
        return
        [
            "Costs, in three ledgers that are never added up:",
            "",
            .. shown.Take(ShownCosts).Select(Cost),
            .. shown.Count > ShownCosts ? [$"- {shown.Count - ShownCosts} more are in ledger.csv."] : Array.Empty<string>(),
            .. report.Prices.Take(ShownPrices).Select(p => $"- Prices: {Escape(p.File)} of {p.Date}, SHA-256 {ContentHash.Short(p.Hash)}"),
            "",
        ];
    }

    private string Cost(LedgerEntry entry)
    {
        var pipelines = entry.Pipelines.Count == 0 ? "" : $", {string.Join(", ", entry.Pipelines)}";
        return $"- {Escape($"{LedgerWords.Of(entry.Ledger, report)}{pipelines}, {entry.Item}: {LedgerWords.Sum(entry)} (spent: {LedgerWords.Spent(entry)}), {LedgerWords.Basis(entry)}")}";
    }

    private IEnumerable<string> Notes() =>
    [
        .. report.Badges.Select(b => $"- {Escape(b.Family)}: {BadgeWords.Of(b.Badge)}. {Escape(b.Why)}"),
        .. report.ScorerErrors.Select(e => $"- {Escape($"{ScorerWords.Subject(e)}: {string.Join(' ', ScorerWords.Of(e, report))}")}"),
        .. report.Pipelines.Take(ShownPipelines).Select(Missing).OfType<string>(),
        .. report.Manifest.Notes.Take(ShownNotes).Select(note => $"- {Escape(note)}"),
    ];

    /// <summary>The worst of the headline metrics: rows without a value count against the pipeline.</summary>
    private string? Missing(string pipeline)
    {
        var counts = report.Summaries
            .Where(s => s.Slice == "all" && s.Pipeline == pipeline && headlines.Contains(s.Name))
            .Select(s => s.Counts)
            .MaxBy(c => c.Failed + c.NotScored);
        return counts is not null && CountWords.Missing(counts) is { } words ? $"- {Escape(pipeline)}: {words} of {counts.All} rows" : null;
    }
}
