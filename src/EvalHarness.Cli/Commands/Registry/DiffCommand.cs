using System.CommandLine;
using System.Text.Json;
using EvalHarness.Cli.Terminal;
using EvalHarness.Runs;

namespace EvalHarness.Cli.Commands.Registry;

/// <summary>Shows how two checkpoints differ.</summary>
internal sealed class DiffCommand(TerminalOutput terminal)
{
    private const string Nothing = "–";

    private readonly Argument<string> left = OutputOptions.Named("from", "name@version, or an alias.");
    private readonly Argument<string> right = OutputOptions.Named("to", "name@version, or an alias.");
    private readonly RegistryOptions registry = new();

    public Command Build()
    {
        var verb = new Verb("diff", "Show how two checkpoints differ: data, parameters, seed, parent, model, cost.", "evalharness checkpoints diff production candidate", "evalharness checkpoints diff helpdesk@2 helpdesk@3 --format json") { left, right };
        registry.AddTo(verb, writes: false);
        verb.SetAction(parsed =>
        {
            var read = registry.Read(parsed, terminal);
            var (a, b) = (read.Find(parsed.GetRequiredValue(left), "checkpoints diff"), read.Find(parsed.GetRequiredValue(right), "checkpoints diff"));
            var (before, after) = (CheckpointFields.Of(a), CheckpointFields.Of(b));
            var changes = before.Keys.Union(after.Keys).Where(f => before.GetValueOrDefault(f) != after.GetValueOrDefault(f)).Select(f => (Field: f, From: before.GetValueOrDefault(f), To: after.GetValueOrDefault(f))).ToList();
            if (registry.IsJson(parsed))
                terminal.Line(JsonSerializer.Serialize(new { from = a.FullName, to = b.FullName, changes = changes.Select(c => new { c.Field, c.From, c.To }) }, RunJson.Compact));
            else
                Print(a.FullName, b.FullName, changes);
            return ExitCode.Done;
        });
        return verb;
    }

    private void Print(string from, string to, IReadOnlyList<(string Field, string? From, string? To)> changes)
    {
        terminal.Line($"{from} → {to}");
        foreach (var (field, before, after) in changes)
            terminal.Line($"  {field}: {before ?? Nothing} → {after ?? Nothing}");
        if (changes.Count == 0)
            terminal.Line("  the same");
    }
}
