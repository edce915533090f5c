using System.Globalization;
using EvalHarness.Cli.Terminal;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>What trying models showed: models across, findings down, so that it fits a terminal.</summary>
internal static class ProbeTable
{
    private const string Nothing = "–";

    public static Table Of(IReadOnlyList<Probed> probed)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("");
        foreach (var (result, _) in probed)
            table.AddColumn(Cell($"{result.Endpoint}\n{result.Model}"));
        Row(table, probed, "pipelines", p => string.Join(", ", p.Pipelines));
        Row(table, probed, "replies", p => p.Result.Problem is null ? "yes" : "NO, see below");
        Row(table, probed, "model says it is", p => p.Result.ReportedModel);
        Row(table, probed, "latency", p => p.Result.Latency is { } latency ? string.Create(CultureInfo.InvariantCulture, $"{latency.TotalMilliseconds:0} ms") : null);
        Row(table, probed, "usage", p => string.Join(", ", p.Result.UsageFields));
        Row(table, probed, "JSON schema", p => p.Result.JsonSchema?.ToString().ToLowerInvariant());
        Row(table, probed, "limits", p => string.Join('\n', p.Result.LimitHeaders.Select(h => $"{h.Key}: {h.Value}")));
        Row(table, probed, "clock, theirs − ours", p => p.Result.ClockSkew is { } skew ? string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:0} s") : null);
        return table;
    }

    private static void Row(Table table, IReadOnlyList<Probed> probed, string finding, Func<Probed, string?> value) =>
        table.AddRow([finding, .. probed.Select(p => Cell(value(p) is { Length: > 0 } text ? text : Nothing))]);

    private static string Cell(string text) => Markup.Escape(TerminalText.Safe(text));
}
