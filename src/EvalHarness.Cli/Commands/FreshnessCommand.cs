using System.CommandLine;
using System.Globalization;
using EvalHarness.Cli.Probing;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Commands;

/// <summary>Measures how long a changed fact takes to reach the answers of pipelines.</summary>
internal sealed class FreshnessCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly ExperimentOptions experiment = new();
    private readonly Option<bool> probe = new("--probe") { Description = "Change the facts and measure. Without it, only what would be done is printed." };
    private readonly Option<string?> facts = Setting("--facts", "Changed facts, each measured once per pipeline; freshness.facts of the experiment when absent.");
    private readonly Option<string?> poll = Setting("--poll", "Seconds from one question to the next; freshness.poll_seconds when absent.");
    private readonly Option<string?> timeout = Setting("--timeout", "Seconds that a fresh answer is waited for; freshness.timeout_seconds when absent.");
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "freshness",
            """
            Measure how long a change takes to reach the answers.

            A fact is changed (articles of a newer snapshot, or a program of yours), each pipeline is brought up to date by its own command and asked until its answer is
            the fresh one; then everything is put back as it was. The key freshness: of the experiment says how.
            """,
            "evalharness freshness experiment.yaml",
            "evalharness freshness experiment.yaml --probe --facts 20 --allow-plugins",
            "evalharness freshness experiment.yaml --probe --pipelines rag --poll 0.5 --timeout 900") { probe, facts, poll, timeout, parent, format };
        experiment.AddTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = experiment.Read(parsed, [.. Settings(parsed)]);
        if (read.Freshness is null)
            throw new InputException(new InputProblem(read.File, "nothing says how a fact is changed", "Write freshness: with change and pipelines: docs/guides/freshness.md."));
        var settings = SettingsOf(parsed, read);
        FreshnessSession session = new(read, settings, terminal, time);
        var planned = await session.PlanAsync(cancellationToken);
        if (!parsed.GetValue(probe))
        {
            terminal.Line($"{planned.Count} facts would be changed, measured on {string.Join(", ", read.Freshness.Pipelines.Keys)}, and changed back: {string.Join(", ", planned.Select(f => f.Id))}.");
            terminal.Line("Nothing was changed. Say --probe to measure.");
            return ExitCode.Done;
        }

        var (exitCode, result) = await session.RunAsync(planned, cancellationToken);
        FreshnessPrint.Print(result, settings.Folder, parsed.GetValue(format)!, terminal);
        return exitCode;
    }

    // A kept reply would be the old one for ever.
    private IEnumerable<string> Settings(ParseResult parsed)
    {
        yield return "run.cache=off";
        foreach (var (option, key) in new[] { (facts, "facts"), (poll, "poll_seconds"), (timeout, "timeout_seconds") })
            if (parsed.GetValue(option) is { } value)
                yield return $"freshness.{key}={value}";
    }

    private FreshnessSettings SettingsOf(ParseResult parsed, Experiment read)
    {
        var folder = parsed.GetValue(parent)!;
        return new FreshnessSettings(
            folder,
            Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{read.Name}-freshness")),
            Path.GetFullPath(Path.Combine(folder, ".freshness", read.Name)),
            experiment.AllowsPlugins(parsed),
            TypedCommand.Of(parsed));
    }

    private static Option<string?> Setting(string name, string description) => new(name) { Description = description };
}
