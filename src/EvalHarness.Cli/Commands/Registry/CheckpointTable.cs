using System.Globalization;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using Spectre.Console;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>The checkpoints of a registry, one a row.</summary>
internal static class CheckpointTable
{
    public static Table Of(CheckpointRegistry registry)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in (string[])["checkpoint", "provider", "model or artefact", "trained", "USD", "aliases"])
            table.AddColumn(new TableColumn(column));
        foreach (var checkpoint in registry.Checkpoints)
            table.AddRow([.. Cells(checkpoint, registry).Select(c => Markup.Escape(TerminalText.Safe(c)))]);
        return table;
    }

    private static string[] Cells(CheckpointRecord checkpoint, CheckpointRegistry registry) =>
    [
        checkpoint.FullName,
        checkpoint.Provider,
        checkpoint.ModelId ?? checkpoint.Artefact?.Path ?? "–",
        checkpoint.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        checkpoint.CostUsd is { } usd ? usd.ToString("0.00", CultureInfo.InvariantCulture) : "unknown",
        string.Join(", ", registry.Aliases.Values.Where(a => a.Checkpoint == checkpoint.FullName).Select(a => $"{a.Alias}{(a.IsOverride ? " (OVERRIDE)" : "")}{(a.NotConfirmed is null ? "" : " (not confirmed)")}")),
    ];
}
