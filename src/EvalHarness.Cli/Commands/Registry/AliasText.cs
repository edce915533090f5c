using System.Globalization;
using EvalHarness.Checkpoints;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Says what an alias names, and loudly where a verdict or a confirmation is missing.</summary>
internal static class AliasText
{
    public static string Of(AliasState alias)
    {
        var moved = alias.Moved;
        var how = moved.Kind == EntryKind.Rollback ? $"rolled back from {moved.Move!.From}" : moved.Kind == EntryKind.Override ? "put there" : $"promoted on run {moved.Move!.Gate!.Run}";
        var text = string.Create(CultureInfo.InvariantCulture, $"{alias.Alias} is {alias.Checkpoint}, {how} by {moved.By}, {moved.At:yyyy-MM-dd HH:mm} UTC (entry {moved.Sequence})");
        return $"{text}{Loud(alias)}";
    }

    public static object Json(AliasState alias) => new
    {
        alias.Alias,
        alias.Checkpoint,
        moved = alias.Moved,
        @override = alias.IsOverride ? alias.Standing[^1].Move!.Reason : null,
        not_confirmed = alias.NotConfirmed,
        last_good = alias.LastGood?.Move!.To,
    };

    /// <summary>What one entry says, on one line.</summary>
    public static string Of(RegistryEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.Sequence,4}  {entry.At:yyyy-MM-dd HH:mm}  {entry.By}: {What(entry)}");

    private static string Loud(AliasState alias)
    {
        List<string> lines = [];
        if (alias.IsOverride)
            lines.Add($"OVERRIDE, no verdict let it in: {alias.Standing[^1].Move!.Reason}");
        if (alias.NotConfirmed is { } why)
            lines.Add($"NOT CONFIRMED: {why}");
        return string.Concat(lines.Select(l => $"\n  *** {l} ***"));
    }

    private static string What(RegistryEntry entry) => entry switch
    {
        { Checkpoint: { } checkpoint } => $"registered {checkpoint.FullName}",
        { Kind: EntryKind.Promote, Move: { } move } => $"promoted {move.To} to {move.Alias}, on run {move.Gate!.Run}",
        { Kind: EntryKind.Override, Move: { } move } => $"*** OVERRIDE *** put {move.To} in {move.Alias}: {move.Reason}{string.Concat(move.Overridden.Select(o => $"\n        against: {o}"))}",
        { Move: { } move } => $"rolled {move.Alias} back from {move.From} to {move.To}{(move.Reason is { } reason ? $": {reason}" : "")}",
        { Confirmation: { } confirmation } => $"{confirmation.Alias} is {(confirmation.Confirmed ? "confirmed" : "NOT CONFIRMED")} as {confirmation.Checkpoint}: {confirmation.Why}",
        { Drill: { } drill } => $"drill: {drill.Checkpoint} {(drill.Answered ? "answers" : "DOES NOT ANSWER")}: {drill.Why}",
        _ => "",
    };
}
