using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments.Freshness;
using EvalHarness.Reports.Freshness;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Probing;

/// <summary>Prints lags: quantiles by pipeline, and which facts are not in them.</summary>
internal static class FreshnessPrint
{
    /// <param name="folder">Where its files are.</param>
    public static void Print(FreshnessResult result, string folder, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Line(JsonSerializer.Serialize(new { folder, summaries = result.Summaries, probes = result.Probes }, RunJson.Compact));
            return;
        }

        if (result.Probes.Count > 0)
            foreach (var table in HeadlineTables.Of(FreshnessWords.Lags(result), terminal.Width))
                terminal.Results.Write(table);
        foreach (var line in FreshnessWords.All(result))
            terminal.Paragraph(line);
        terminal.Line($"written: {Path.Combine(folder, "freshness.md")}, freshness.csv, freshness-probes.csv");
    }
}
