using System.CommandLine;
using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Shows the aliases and checkpoints of a registry.</summary>
internal sealed class ListCommand(TerminalOutput terminal)
{
    private readonly RegistryOptions registry = new();

    public Command Build()
    {
        var verb = new Verb("list", "Show which checkpoints there are and what the aliases name.", "evalharness checkpoints list", "evalharness checkpoints list --experiment datasets/helpdesk/experiment.yaml --format json");
        registry.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var read = registry.Read(parsed, terminal);
            if (registry.IsJson(parsed))
                terminal.Line(JsonSerializer.Serialize(new { registry = read.File, count = read.Entries.Count, head = read.Head, aliases = read.Aliases.Values.Select(AliasText.Json), checkpoints = read.Checkpoints }, RunJson.Compact));
            else
                Print(read);
            return ExitCode.Done;
        });
        return verb;
    }

    private void Print(CheckpointRegistry read)
    {
        foreach (var alias in read.Aliases.Values)
            terminal.Line(AliasText.Of(alias));
        if (read.Checkpoints.Count > 0)
            terminal.Results.Write(CheckpointTable.Of(read));
        else
            terminal.Line("No checkpoint is registered: evalharness checkpoints register --help");
    }
}
