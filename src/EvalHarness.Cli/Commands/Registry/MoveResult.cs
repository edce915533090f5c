using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Inputs;
using EvalHarness.Promotions;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Prints what a promotion or a rollback came to.</summary>
internal static class MoveResult
{
    /// <returns>The exit code: refused when nothing moved, or when what moved is not confirmed.</returns>
    public static int Print(PromotionResult result, CheckpointRegistry registry, bool isJson, TerminalOutput terminal)
    {
        if (isJson)
            terminal.Line(Json(result, registry));
        else
            PrintText(result, registry, terminal);
        foreach (var note in result.Notes)
            terminal.Note($"note: {note}");
        if (result.IsRefused)
            foreach (var refusal in result.Refusals)
                terminal.Error($"refused: {refusal}");
        if (result.Confirmation is { Confirmed: false } confirmation)
            terminal.Error($"not confirmed: {confirmation.Why}. The registry says {result.Alias} is {result.Checkpoint}; mend the deployment and tell it again with: evalharness checkpoints promote {result.Checkpoint} --to {result.Alias}");
        return result.IsGood ? ExitCode.Done : ExitCode.Against;
    }

    private static void PrintText(PromotionResult result, CheckpointRegistry registry, TerminalOutput terminal)
    {
        if (result.WasThere)
            terminal.Line($"{result.Alias} is {result.Checkpoint} already: nothing was moved");
        if (result.Entry is { } entry)
            PrintEntry(entry, terminal);
        if (result.Confirmation is { Confirmed: true } confirmation)
            terminal.Line($"confirmed: {confirmation.Why}");
        if (!result.IsRefused)
            terminal.Line(FormattableString.Invariant($"registry: {registry.Entries.Count} entries, head {registry.Head}"));
    }

    private static void PrintEntry(RegistryEntry entry, TerminalOutput terminal)
    {
        var move = entry.Move!;
        if (entry.Kind == EntryKind.Override)
            terminal.Line($"*** OVERRIDE: {move.To} goes to {move.Alias} against the gate, and the registry says so for ever: {move.Reason} ***{string.Concat(move.Overridden.Select(o => $"\n  against: {o}"))}");
        terminal.Line($"{move.Alias}: {move.From ?? "nothing"} → {move.To} ({(entry.Kind == EntryKind.Rollback ? "rolled back" : entry.Kind == EntryKind.Override ? "overridden" : $"promoted on run {move.Gate!.Run}, policy {ContentHash.Short(move.Gate.PolicyHash)}")})");
    }

    private static string Json(PromotionResult result, CheckpointRegistry registry) => JsonSerializer.Serialize(
        new
        {
            result.Alias,
            result.Checkpoint,
            moved = result.Entry is not null,
            kind = result.Entry?.Kind,
            from = result.Entry?.Move!.From,
            refusals = result.IsRefused ? result.Refusals : [],
            overridden = result.Entry?.Move!.Overridden ?? [],
            result.Notes,
            result.Confirmation,
            registry = new { registry.File, count = registry.Entries.Count, registry.Head },
        },
        RunJson.Compact);
}
