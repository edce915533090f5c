using System.Globalization;
using EvalHarness.Cli.Terminal;
using EvalHarness.Providers.Models;
using Spectre.Console;

namespace EvalHarness.Cli.Commands;

/// <summary>What trying showed: what was tried across, findings down, in as many tables as the width asks for.</summary>
internal static class ProbeTable
{
    private const string Nothing = "–";
    private const int Gap = 3;
    private const int Widest = 40;

    private static readonly (string Finding, Func<Probed, string?> Value)[] Findings =
    [
        ("asked by", p => string.Join(", ", p.Pipelines)),
        ("replies", p => p.Result.Problem is null ? "yes" : "NO, see below"),
        ("model says it is", p => p.Result.ReportedModel),
        ("latency", p => p.Result.Latency is { } latency ? string.Create(CultureInfo.InvariantCulture, $"{latency.TotalMilliseconds:0} ms") : null),
        ("usage", p => string.Join(", ", p.Result.UsageFields)),
        ("JSON schema", p => p.Result.JsonSchema?.ToString().ToLowerInvariant()),
        ("found", p => p.Result.Found),
        ("limits", p => string.Join('\n', p.Result.LimitHeaders.Select(h => $"{h.Key}: {h.Value}"))),
        ("clock, theirs − ours", p => p.Result.ClockSkew is { } skew ? string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:0} s") : null),
    ];

    public static IEnumerable<Table> Of(IReadOnlyList<Probed> probed, int width)
    {
        var room = width - Findings.Max(f => f.Finding.Length) - Gap;
        List<Probed> table = [];
        foreach (var next in probed)
        {
            if (table.Count > 0 && table.Append(next).Sum(p => Width(p) + Gap) > room)
            {
                yield return Table(table);
                table = [];
            }

            table.Add(next);
        }

        if (table.Count > 0)
            yield return Table(table);
    }

    // Rows that say nothing of any of them are left out.
    private static Table Table(IReadOnlyList<Probed> probed)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn("").NoWrap());
        foreach (var tried in probed)
            table.AddColumn(new TableColumn(Cell(Head(tried.Result))) { Width = Width(tried) });
        foreach (var (finding, value) in Findings.Where(f => probed.Any(p => !string.IsNullOrEmpty(f.Value(p)))))
            table.AddRow([finding, .. probed.Select(p => Cell(value(p) is { Length: > 0 } text ? text : Nothing, finding == "replies" ? Colour(p.Result) : null))]);
        return table;
    }

    private static int Width(Probed probed) =>
        Math.Min(Widest, Findings.Select(f => f.Value(probed) ?? "").Append(Head(probed.Result)).SelectMany(text => text.Split('\n')).Max(line => line.Length));

    private static string Head(ProbeResult result) => $"{result.Endpoint}\n{result.Model}\n{result.Kind}";

    private static string Colour(ProbeResult result) => result.Problem is not null ? "red" : result.Missing().Any() ? "yellow" : "green";

    private static string Cell(string text, string? colour = null)
    {
        var safe = Markup.Escape(TerminalText.Safe(text));
        return colour is null ? safe : $"[{colour}]{safe}[/]";
    }
}
