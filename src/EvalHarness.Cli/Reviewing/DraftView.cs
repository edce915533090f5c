using EvalHarness.Cli.Terminal;
using EvalHarness.Drafting;
using EvalHarness.Drafting.Reviews;
using Spectre.Console;

namespace EvalHarness.Cli.Reviewing;

/// <summary>Shows a draft on a terminal: question, answer, its quotes marked in the lines around them, what the model said when it was tried.</summary>
internal sealed class DraftView(TerminalOutput terminal)
{
    /// <param name="draft">As it is now: edits are in it.</param>
    /// <param name="place">From 1.</param>
    public void Show(ShownDraft shown, Draft draft, int place, int count)
    {
        Line($"[bold]{place} of {count}[/]  {DraftNames.Of(draft.Kind)}, {DraftNames.Of(draft.Phrasing)}  {Safe(draft.Id)}");
        Line($"[bold]Question:[/] {Safe(draft.Question!)}");
        Line(draft.Answers.Count == 0 ? "[bold]Answer:[/] none: the right reply abstains" : $"[bold]Answer:[/] {string.Join(" / ", draft.Answers.Select(Safe))}");
        foreach (var stale in draft.SupersededAnswers)
            Line($"[bold]Right before:[/] {Safe(stale)}");
        foreach (var quote in shown.Evidence)
            Line($"[bold]{(draft.Kind == DraftKind.Unanswerable ? "Nearest in" : "Stands in")} {Safe(quote.Document)}:[/] {Marked(quote)}");
        if (shown.Earlier is { } earlier)
            Line($"[bold]Stood in {Safe(earlier.Document)} before:[/] {Marked(earlier)}");
        foreach (var (from, said) in shown.Probes())
            Line($"[grey]{from} the model says: {Safe(said)}[/]");
        foreach (var flag in draft.Flags)
            Line($"[yellow]! {Safe(flag)}[/]");
    }

    private static string Marked(QuoteInContext quote) => $"{Safe(quote.Before)}»[invert]{Safe(quote.Quote)}[/]«{Safe(quote.After)}";

    private void Line(string markup) => terminal.Results.MarkupLine(markup);

    private static string Safe(string text) => Markup.Escape(TerminalText.Safe(text));
}
