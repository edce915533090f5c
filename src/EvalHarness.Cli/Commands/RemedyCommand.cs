using System.CommandLine;
using System.Globalization;
using EvalHarness.Cli.Remedying;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Inputs;
using EvalHarness.Runs;
using EvalHarness.Schemas;

namespace EvalHarness.Cli.Commands;

/// <summary>Tries the one-change remedies of what failed in a run, on rows that failed and on rows that passed.</summary>
internal sealed class RemedyCommand(TerminalOutput terminal, TimeProvider time)
{
    private readonly Argument<string> run = OutputOptions.Named("run", "A run's id or folder.");
    private readonly Option<string[]> pipelines = new("--pipelines") { Description = "Only these pipelines, separated by commas.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> causes = new("--cause") { Description = "Only remedies for these, separated by commas: retriever-missed,stale-answer.", DefaultValueFactory = _ => [] };
    private readonly Option<int?> controls = Rows("--control", "Rows that passed, per remedy; as many as failed when absent.", least: 0);
    private readonly Option<int?> mostRows = Rows("--max-rows", "At most so many failed rows per cause, a seeded choice; all of them when absent.", least: 1);
    private readonly Option<bool> yes = new("--yes") { Description = "Try them although it costs something." };
    private readonly ReplayOptions replay = new();
    private readonly Option<bool> allowPlugins = new("--allow-plugins") { Description = "Programs and assemblies that the experiment names may be started and loaded." };
    private readonly Option<string> parent = OutputOptions.Out();
    private readonly Option<string> format = OutputOptions.Format();

    public Command Build()
    {
        var verb = new Verb(
            "remedy",
            """
            Try what would repair a run's failures: one change at a time.

            Each cause of a failure names changes of its pipeline: the gold passages as context, more passages, other chunks, a re-ranker, newer data. Each is tried on
            the rows that failed for that cause, and on as many that passed, beside the pipeline as it is. What it would cost is said first; the same command goes on where it stopped.
            """,
            "evalharness remedy 20261123-101500-helpdesk",
            "evalharness remedy 20261123-101500-helpdesk --pipelines rag --cause retriever-missed,ranked-below-cut",
            "evalharness remedy 20261123-101500-helpdesk --max-rows 40 --control 80 --dry-run") { run, pipelines, causes, controls, mostRows, yes, allowPlugins, parent, format };
        replay.AddWithoutLimitTo(verb);
        verb.SetAction(RunAsync);
        return verb;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = Settings(parsed);
        var diagnosed = await DiagnosedRun.ReadAsync(settings, terminal, time, cancellationToken);
        foreach (var name in settings.Pipelines)
            PipelineNames.Known(name, "--pipelines", diagnosed.Manifest.Pipelines);
        var session = new RemedySession(settings, diagnosed, terminal, time);
        var plan = session.Plan();
        var forecast = await RemedyForecast.OfAsync(plan.Trials, cancellationToken);
        if (parsed.GetValue(replay.DryRun))
        {
            ForecastResult.Print(forecast, settings.Format, terminal);
            return ExitCode.Done;
        }

        var (exitCode, result) = await session.RunAsync(plan, forecast, cancellationToken);
        if (result is not null)
            RemedyPrint.Print(result, settings.Run.FullPath, settings.Format, terminal);
        return exitCode;
    }

    private RemedySettings Settings(ParseResult parsed)
    {
        string[] overrides = [.. replay.Settings(parsed)];
        return new RemedySettings(
            RunFolder.Find(parsed.GetRequiredValue(run), parsed.GetValue(parent)!),
            parsed.GetValue(parent)!,
            overrides,
            Split(parsed.GetValue(pipelines)!),
            Faults(Split(parsed.GetValue(causes)!)),
            parsed.GetValue(controls),
            parsed.GetValue(mostRows),
            parsed.GetValue(replay.AlwaysNew),
            parsed.GetValue(yes) || replay.HasMaxCost(parsed),
            parsed.GetValue(allowPlugins),
            parsed.GetValue(format)!,
            TypedCommand.Of(parsed));
    }

    private static IReadOnlyList<Fault> Faults(IReadOnlyList<string> named)
    {
        string[] known = [.. Fault.All.Select(f => f.Id)];
        if (named.FirstOrDefault(n => !known.Contains(n)) is { } unknown)
            throw new InputException(new InputProblem("--cause", $"there is no cause '{unknown}'", $"{NearestName.Question(unknown, known)}There are: {string.Join(", ", known)}."));
        return named.Count == 0 ? Fault.All : [.. Fault.All.Where(f => named.Contains(f.Id))];
    }

    private static string[] Split(string[] values) => [.. values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

    private static Option<int?> Rows(string name, string description, int least)
    {
        Option<int?> option = new(name) { Description = description };
        option.Validators.Add(result =>
        {
            // What is no number is the parser's to say.
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var rows) && rows < least)
                result.AddError($"{name} must be {least} or more.");
        });
        return option;
    }
}
