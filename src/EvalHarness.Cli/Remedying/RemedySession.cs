using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments.Forecasts;
using EvalHarness.Experiments.Remedies;
using EvalHarness.Inputs;
using EvalHarness.Reports.Remedies;
using EvalHarness.TrainingData;

namespace EvalHarness.Cli.Remedying;

/// <summary>Remedies from a run's faults to what they repaired: plans, tells the cost, tries each, writes.</summary>
internal sealed class RemedySession(RemedySettings settings, DiagnosedRun diagnosed, TerminalOutput terminal, TimeProvider time)
{
    private const int NearestRows = 3;

    /// <exception cref="InputException">Nothing failed for what is asked for.</exception>
    public RemedyPlan Plan()
    {
        string[] known = [.. diagnosed.Manifest.Pipelines.Select(p => p.Name)];
        RemedyScope scope = new([.. settings.Pipelines.Count == 0 ? known : settings.Pipelines], settings.Faults, settings.Controls, settings.MostRows);
        var plan = new RemedyPlanner(diagnosed.Experiment, scope).Plan(diagnosed.Rows);
        return plan is { Trials.Count: 0, Listings.Count: 0, Untried.Count: 0 }
            ? throw new InputException(new InputProblem(diagnosed.Manifest.Id, "no row failed that a remedy is asked for", "There is nothing to repair, or --pipelines and --cause leave nothing."))
            : plan;
    }

    /// <returns>The exit code, and the result; absent when a trial was stopped: the same command goes on with it.</returns>
    public async Task<(int ExitCode, RemedyResult? Result)> RunAsync(RemedyPlan plan, Forecast forecast, CancellationToken cancellationToken)
    {
        terminal.Note(RemedyForecast.Words(plan.Trials.Count, forecast));
        if (RemedyForecast.Costs(forecast) && !settings.MayPay)
            throw new InputException(new InputProblem("evalharness remedy", "trying these remedies costs something", "See what with --dry-run, then say --yes, or limit it with --max-cost or --max-rows."));
        List<RemedyTried> tried = [];
        foreach (var trial in plan.Trials)
        {
            var (exitCode, lines) = await TryAsync(trial, cancellationToken);
            if (lines is null)
                return (exitCode, null);
            tried.AddRange(lines);
        }

        var result = new RemedyResult
        {
            Run = diagnosed.Manifest.Id,
            Experiment = diagnosed.Manifest.Name,
            Dataset = diagnosed.Manifest.Dataset,
            Tried = tried,
            Untried = plan.Untried,
            Nearest = await NearestAsync(plan.Listings, cancellationToken),
            Command = settings.Command,
        };
        await RemedyWriter.WriteAsync(result, settings.Run.FullPath, cancellationToken);
        return (ExitCode.Done, result);
    }

    private async Task<(int ExitCode, IReadOnlyList<RemedyTried>? Lines)> TryAsync(RemedyTrial trial, CancellationToken cancellationToken)
    {
        terminal.Note($"{trial.Pipeline}+{trial.Rule.Name}: {trial.Rule.Meaning} ({trial.Change})");
        using var composition = new Composition(new CompositionOptions(trial.Experiment, settings.Parent, settings.AllowsPlugins, time, terminal.Note));
        TakenUpRun run = new(settings.Trials, limit: null, settings.AlwaysNew, settings.Command, terminal, time) { Filter = RemedyForecast.ChoiceOf(trial).Filter };
        var (report, folder) = await run.RunAsync(composition, cancellationToken);
        if (report.Manifest.FinishedAt is null)
            return (RunResult.Print(report, folder, settings.Format, terminal.WithoutResults()), null);
        var outcomes = await new RowDiagnosis(report).RowsAsync(cancellationToken).ToDictionaryAsync(r => (r.Pipeline, r.Sample), r => r.Outcome, cancellationToken: cancellationToken);
        return (ExitCode.Done, new RemedyTally(trial, outcomes, diagnosed.Experiment.Seed).Count(Path.Combine(Path.GetFileName(settings.Trials), folder.Id)));
    }

    private static async Task<IReadOnlyList<NearRow>> NearestAsync(IReadOnlyList<TrainingListing> listings, CancellationToken cancellationToken)
    {
        List<NearRow> found = [];
        foreach (var listing in listings)
        {
            var nearest = await new NearestExamples(NearestRows).FindAsync(listing.TrainFile, [.. listing.Rows.Select(r => r.Question!)], cancellationToken);
            found.AddRange(listing.Rows.Select((row, i) => new NearRow(listing.Pipeline, row.Sample, row.Question!, nearest[i])));
        }

        return found;
    }
}
