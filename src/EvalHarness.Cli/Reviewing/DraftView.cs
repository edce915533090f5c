using EvalHarness.Cli.Terminal;
using EvalHarness.Datasets;
using EvalHarness.Drafting;
using Spectre.Console;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Shows a draft: question, answer, its quotes marked in the lines around them, what the probes said.</summary>
/// <param name="corpus">Where the lines around a quote are; without it quotes stand alone.</param>
internal sealed class DraftView(Corpus? corpus, Corpus? previous, TerminalOutput terminal)
{
    private const int Around = 240;

    /// <param name="place">From 1.</param>
    public void Show(Draft draft, int place, int count)
    {
        Line($"[bold]{place} of {count}[/]  {DraftNames.Of(draft.Kind)}, {DraftNames.Of(draft.Phrasing)}  {Safe(draft.Id)}");
        Line($"[bold]Question:[/] {Safe(draft.Question!)}");
        Line(draft.Answers.Count == 0 ? "[bold]Answer:[/] none: the right reply abstains" : $"[bold]Answer:[/] {string.Join(" / ", draft.Answers.Select(Safe))}");
        foreach (var stale in draft.SupersededAnswers)
            Line($"[bold]Right before:[/] {Safe(stale)}");
        foreach (var evidence in draft.Evidence)
            Line($"[bold]{(draft.Kind == DraftKind.Unanswerable ? "Nearest in" : "Stands in")} {Safe(evidence.Document)}:[/] {Marked(corpus?.Find(evidence.Document), evidence.Quote)}");
        if (draft.EarlierQuote is { } earlier)
            Line($"[bold]Stood in {Safe(draft.Documents[0])} before:[/] {Marked(previous?.Find(draft.Documents[0]), earlier)}");
        Probe("From these quotes alone", draft.Kind == DraftKind.Unanswerable ? null : draft.Oracle);
        Probe("From the corpus", draft.Kind == DraftKind.Unanswerable ? draft.Oracle : null);
        Probe("From memory", draft.ClosedBook);
        foreach (var flag in draft.Flags)
            Line($"[yellow]! {Safe(flag)}[/]");
    }

    private void Probe(string name, ProbedAnswer? probe)
    {
        if (probe is not null)
            Line($"[grey]{name} the model says: {(probe.IsKnown ? Safe(probe.Answer) : "it does not know")}[/]");
    }

    private static string Marked(Document? document, string quote)
    {
        if (document?.Find(quote) is not { } span)
            return $"»[invert]{Safe(quote)}[/]«";
        var (from, to) = (Math.Max(0, span.Start - Around), Math.Min(document.Text.Length, span.End + Around));
        return $"{(from > 0 ? "…" : "")}{Safe(document.Text[from..span.Start])}»[invert]{Safe(quote)}[/]«{Safe(document.Text[span.End..to])}{(to < document.Text.Length ? "…" : "")}";
    }

    private void Line(string markup) => terminal.Results.MarkupLine(markup);

    private static string Safe(string text) => Markup.Escape(TerminalText.Safe(text));
}
