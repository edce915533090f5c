using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using Spectre.Console;

namespace EvalHarness.Cli;

/// <summary>Prints what a run would come to: a table, its sum, and what it rests on.</summary>
internal static class ForecastResult
{
    private static readonly string[] Heads = ["", "item", "calls", "tokens in", "tokens out", "USD", "minutes"];

    public static void Print(Forecast forecast, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Line(JsonSerializer.Serialize(forecast, RunJson.Compact));
            return;
        }

        var table = Table([.. forecast.Items, .. forecast.Judges]);
        if (forecast.Judges.Count == 0)
            table.AddRow("", "judge", "0", "0", "0", "0", "0");
        terminal.Results.Write(table);
        foreach (var line in Lines(forecast))
            terminal.Paragraph(line);
    }

    /// <summary>What drafting would come to.</summary>
    public static void PrintDrafts(Forecast forecast, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Line(JsonSerializer.Serialize(forecast, RunJson.Compact));
            return;
        }

        terminal.Results.Write(Table(forecast.Items));
        var unknown = forecast.Items.Select(i => i.Unknown).OfType<string>().Distinct().ToList();
        terminal.Paragraph($"{Count(forecast.Samples)} drafts. To be spent: {(unknown.Count > 0 ? "unknown" : $"{Range(forecast.KnownUsd)} USD")}. Nothing was called.");
        foreach (var line in unknown.Select(u => $"The price is unknown, because {u}.").Concat(forecast.Assumptions))
            terminal.Paragraph(line);
    }

    private static Table Table(IReadOnlyList<ForecastItem> items)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var (place, head) in Heads.Index())
            table.AddColumn(place < 2 ? new TableColumn(head).NoWrap() : new TableColumn(head).RightAligned().NoWrap());
        foreach (var item in items)
            table.AddRow([.. Cells(item).Select(c => Markup.Escape(TerminalText.Safe(c)))]);
        return table;
    }

    private static string[] Cells(ForecastItem item) =>
    [
        item.Pipeline,
        item.Item,
        Count(item.Calls),
        Range(item.Input),
        item.Output is null && item.Item != "answers" ? "–" : Range(item.Output),
        item.Usd is { } usd ? $"{Range(usd)}{(item.IsPaid ? "" : " *")}" : "unknown",
        string.Create(CultureInfo.InvariantCulture, $"{item.Minutes.Low:0.0}–{item.Minutes.High:0.0}"),
    ];

    private static IEnumerable<string> Lines(Forecast forecast)
    {
        var paid = forecast.Items.Where(i => i.IsPaid).ToList();
        yield return $"{Count(forecast.Samples)} samples. To be spent: {Range(forecast.KnownUsd)} USD{(paid.Exists(i => i.Usd is null) ? ", and what is unknown" : "")}. Nothing was called.";
        if (forecast.Judges.Count > 0)
            yield return $"Judges beside it: {Range(forecast.JudgesUsd)} USD{(forecast.Judges.Any(i => i.Usd is null) ? ", and what is unknown" : "")}.";
        foreach (var unknown in forecast.Items.Concat(forecast.Judges).Where(i => i.Unknown is not null))
            yield return $"{unknown.Pipeline}, {unknown.Item}: the price is unknown, because {unknown.Unknown}.";
        if (paid.Count < forecast.Items.Count)
            yield return "* priced as if called; nobody is paid.";
        foreach (var assumption in forecast.Assumptions)
            yield return assumption;
    }

    private static string Range(TokenRange? tokens) => tokens is { } range ? range.Low == range.High ? Count(range.Low) : $"{Count(range.Low)}–{Count(range.High)}" : "unknown";

    public static string Range(UsdRange usd) => usd.Low == usd.High ? Usd(usd.Low) : $"{Usd(usd.Low)}–{Usd(usd.High)}";

    // What costs something is never shown as 0.
    private static string Usd(decimal usd) => usd is > 0 and < 0.0000005m
        ? "<0.000001"
        : usd.ToString(usd < 0.0001m ? "0.######" : "0.####", CultureInfo.InvariantCulture);

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
