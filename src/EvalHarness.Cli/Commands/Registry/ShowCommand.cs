using System.CommandLine;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Shows one checkpoint and all that ever happened to it.</summary>
internal sealed class ShowCommand(TerminalOutput terminal)
{
    private readonly Argument<string> name = OutputOptions.Named("checkpoint", "name@version, or an alias.");
    private readonly RegistryOptions registry = new();

    public Command Build()
    {
        var verb = new Verb("show", "Show a checkpoint, what names it, and all that ever happened to it.", "evalharness checkpoints show production", "evalharness checkpoints show helpdesk@3 --format json") { name };
        registry.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var read = registry.Read(parsed, terminal);
            var checkpoint = read.Find(parsed.GetRequiredValue(name), "checkpoints show");
            var aliases = read.Aliases.Values.Where(a => a.Checkpoint == checkpoint.FullName).ToList();
            var history = read.Entries.Where(e => IsAbout(e, checkpoint.FullName)).ToList();
            if (registry.IsJson(parsed))
                terminal.Line(JsonSerializer.Serialize(new { checkpoint, aliases = aliases.Select(AliasText.Json), history }, RunJson.Compact));
            else
                Print(checkpoint, aliases, history);
            return ExitCode.Done;
        });
        return verb;
    }

    private static bool IsAbout(RegistryEntry entry, string checkpoint) =>
        entry.Checkpoint?.FullName == checkpoint || entry.Move?.To == checkpoint || entry.Move?.From == checkpoint || entry.Confirmation?.Checkpoint == checkpoint || entry.Drill?.Checkpoint == checkpoint;

    private void Print(CheckpointRecord checkpoint, IReadOnlyList<AliasState> aliases, IReadOnlyList<RegistryEntry> history)
    {
        terminal.Line(checkpoint.FullName);
        foreach (var (field, value) in CheckpointFields.Of(checkpoint))
            terminal.Line($"  {field}: {value}");
        foreach (var alias in aliases)
            terminal.Line(AliasText.Of(alias));
        terminal.Line("history:");
        foreach (var entry in history)
            terminal.Line(AliasText.Of(entry));
    }
}
