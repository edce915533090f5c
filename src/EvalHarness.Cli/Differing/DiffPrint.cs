using System.Text.Json;
using EvalHarness.Cli.Showing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Cli.Differing;

/// <summary>Prints what changed: counts first, then a block per row.</summary>
internal static class DiffPrint
{
    public static void Print(RunDifference diff, int limit, string format, TerminalOutput terminal)
    {
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(Json(diff, limit), RunJson.Compact));
        else
            PrintText(diff, limit, terminal);
    }

    private static void PrintText(RunDifference diff, int limit, TerminalOutput terminal)
    {
        terminal.Line($"{diff.Before} → {diff.After}: {string.Join(", ", diff.Pipelines)}");
        terminal.Line(Counts(diff));
        if (diff.InOneOnly > 0)
            terminal.Line($"{Figure.Count(diff.InOneOnly)} rows are in one of the runs only, and in no count.");
        foreach (var kind in diff.Changed.Take(limit).GroupBy(c => c.Kind))
        {
            terminal.Line("");
            terminal.Line(kind.Key switch { ChangeKind.BecameWrong => "Became wrong", ChangeKind.BecameRight => "Became right", _ => "Changed otherwise" });
            foreach (var row in kind)
                Print(row, terminal);
        }

        if (diff.Changed.Count > limit)
            terminal.Line($"{Figure.Count(diff.Changed.Count - limit)} changed rows are not shown: --limit {diff.Changed.Count} shows all.");
    }

    private static string Counts(RunDifference diff) =>
        $"{Figure.Count(diff.Count(ChangeKind.BecameWrong))} became wrong, {Figure.Count(diff.Count(ChangeKind.BecameRight))} became right, "
        + $"{Figure.Count(diff.Count(ChangeKind.Otherwise))} changed otherwise, {Figure.Count(diff.Identical)} identical";

    private static void Print(RowDifference row, TerminalOutput terminal)
    {
        terminal.Line($"  {row.Sample}, {row.Pipeline}{(row.Repeat == 0 ? "" : $", repetition {row.Repeat + 1}")}: {string.Join("; ", row.Changes)}");
        if (row.After.Text == row.Before.Text)
        {
            terminal.Line($"    both:   {row.Before.Shown}");
            return;
        }

        terminal.Line($"    before: {row.Before.Shown}");
        terminal.Line($"    after:  {row.After.Shown}");
    }

    private static object Json(RunDifference diff, int limit) => new
    {
        diff.Before,
        diff.After,
        diff.Pipelines,
        became_wrong = diff.Count(ChangeKind.BecameWrong),
        became_right = diff.Count(ChangeKind.BecameRight),
        changed_otherwise = diff.Count(ChangeKind.Otherwise),
        diff.Identical,
        diff.InOneOnly,
        rows = diff.Changed.Take(limit).Select(Row),
    };

    private static object Row(RowDifference row) => new
    {
        row.Sample,
        row.Pipeline,
        row.Repeat,
        row.Kind,
        row.Changes,
        before = Side(row.Before),
        after = Side(row.After),
    };

    private static object Side(RowState state) => new { outcome = MarkWords.Of(state.Mark), answer = state.Shown, state.Cites };
}
