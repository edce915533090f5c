using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli.Gating;

/// <summary>Prints how a policy behaves where the truth is known.</summary>
internal static class SelfTestPrint
{
    private static readonly string[] Columns = ["guardrail", "by", "n", "margin", "false promote", "power", "open", "false reject"];

    /// <returns>0 when no guardrail promotes what is worse by its margin more often than α, 2 when there is none to try, else 1.</returns>
    public static int Print(IReadOnlyList<SelfTestLine> lines, string format, TerminalOutput terminal)
    {
        if (format == "json")
            terminal.Line(JsonSerializer.Serialize(lines, RunJson.Compact));
        else
            PrintText(lines, terminal);
        return lines.Count == 0 ? ExitCode.Undecided : lines.All(l => l.Holds) ? ExitCode.Done : ExitCode.Against;
    }

    private static void PrintText(IReadOnlyList<SelfTestLine> lines, TerminalOutput terminal)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in Columns)
            table.AddColumn(new TableColumn(column).NoWrap());
        foreach (var line in lines)
            table.AddRow([.. Cells(line).Select(c => Markup.Escape(TerminalText.Safe(c)))]);
        terminal.Results.Write(table);
        if (lines.Count == 0)
            terminal.Paragraph("The policy has no guardrail that can be tried: estimated metrics say the same in their verdict.");
        else
            terminal.Paragraph(string.Create(CultureInfo.InvariantCulture, $"False promote: the candidate is truly worse by the margin and passes; must be at most α = {lines[0].Alpha:0.#####}. Power, open, false reject: both sides are truly equal. ± is the Monte-Carlo error (95 %)."));
        foreach (var line in lines.Where(l => !l.Holds))
            terminal.Error($"{line.Metric}: promotes what is worse by the margin more often than α allows");
    }

    private static string[] Cells(SelfTestLine line) =>
    [
        line.Slice == Slice.All ? line.Metric : $"{line.Metric} ({line.Slice})",
        line.By,
        line.N.ToString(CultureInfo.InvariantCulture),
        line.Margin.ToString("0.#####", CultureInfo.InvariantCulture),
        line.FalsePromote is { } share ? Share(line, share) : "cannot be so much worse",
        Share(line, line.Power),
        Share(line, line.Inconclusive),
        Share(line, line.FalseReject),
    ];

    private static string Share(SelfTestLine line, double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} ± {100 * line.MonteCarloError(share):0.0} %");
}
