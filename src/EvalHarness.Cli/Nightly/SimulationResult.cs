using System.Globalization;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Nightly.Simulation;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Nightly;

/// <summary>Prints what the watch would do on made-up nights, as a Markdown table that a guide can hold.</summary>
internal static class SimulationResult
{
    public static void Print(SimulationSettings settings, IReadOnlyList<SimulationLine> lines, string format, TerminalOutput terminal)
    {
        if (format == "json")
        {
            terminal.Line(JsonSerializer.Serialize(new { settings, lines }, RunJson.Compact));
            return;
        }

        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{settings.Rows} rows, {100 * settings.Noise:0.#} % of them noisy, margin {100 * settings.Margin:0.##} points, {settings.Nights} nights, {settings.Histories} histories, change in night {NightlySimulation.OnsetNight}; Monte-Carlo error as 95 % interval"));
        terminal.Line("");
        terminal.Line("| history | false alarms | 95 % interval | found | median delay |");
        terminal.Line("|---|---|---|---|---|");
        foreach (var line in lines)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"| {line.Change.Name} | {100 * line.FalseRate:0.0} % | {100 * line.FalseInterval.Low:0.0} to {100 * line.FalseInterval.High:0.0} % | {Found(line)} | {Delay(line)} |"));
    }

    private static string Found(SimulationLine line) => line.Change.IsForbidden ? string.Create(CultureInfo.InvariantCulture, $"{100 * line.FoundRate:0.0} %") : "permitted";

    private static string Delay(SimulationLine line) => (line.Change.IsForbidden, line.MedianDelay) switch
    {
        (false, _) => "–",
        (_, { } nights) => string.Create(CultureInfo.InvariantCulture, $"{nights} {(nights == 1 ? "night" : "nights")}"),
        _ => "not within the nights",
    };
}
