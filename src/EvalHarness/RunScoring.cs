using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness;

/// <summary>The scoring of a run: what has no score of the present definitions is scored, or found missing.</summary>
internal sealed record RunScoring(IReadOnlyList<IEvaluator> Evaluators, ScoreEvents Events, ScoreText Text, Func<OpenRun, CancellationToken, Task<IJudgeLimit>>? JudgeLimit)
{
    // Judges are waited for; how many calls are under way, their endpoint's limits say.
    private const int JudgedAtOnce = 16;

    /// <summary>Scores what is missing, and writes down what could not go on.</summary>
    /// <param name="hasJudges">Whether scoring waits for models.</param>
    /// <param name="notScoredToo">Whether rows that were not scored are tried again.</param>
    public async Task ScoreAsync(OpenRun run, bool hasJudges, bool notScoredToo, IEvaluationProgress progress, CancellationToken cancellationToken)
    {
        progress.Scoring(run.Manifest.WorkItems * Evaluators.Count);
        var scorer = new Scorer(run.Store, Evaluators, Events, Text)
        {
            InFlight = hasJudges ? Math.Max(JudgedAtOnce, Environment.ProcessorCount) : Environment.ProcessorCount,
            JudgeLimit = JudgeLimit is null ? null : await JudgeLimit(run, cancellationToken),
            NotScoredToo = notScoredToo,
        };
        run.EndScoring(await scorer.ScoreAsync(progress.Scored, cancellationToken));
    }

    /// <summary>What a stop is on record to have left unscored is reported as it was left; anything else that is missing is not.</summary>
    /// <exception cref="InputException">Rows have no score of the present definitions.</exception>
    public async Task ThrowIfMissingAsync(OpenRun run, CancellationToken cancellationToken)
    {
        var left = (run.Manifest.Stops ?? []).SelectMany(s => s.Left ?? []).ToHashSet(StringComparer.Ordinal);
        List<(string Name, int Rows)> missing = [];
        foreach (var evaluator in Evaluators.Where(e => !left.Contains(e.Definition)))
            if (await run.Store.Scores.MissingAsync(evaluator.Definition, cancellationToken) is > 0 and var rows)
                missing.Add((string.Join(", ", evaluator.Metrics.Take(1).Select(m => m.Id)), rows));
        if (missing.Count > 0)
            throw new InputException(Unscored(run.Manifest.Id, missing));
    }

    private static InputProblem Unscored(string run, List<(string Name, int Rows)> missing) => new(
        run,
        $"{missing.Max(m => m.Rows)} rows have no score as {(missing.Count == 1 ? $"'{missing[0].Name}' is" : $"'{missing[0].Name}' and {missing.Count - 1} more are")} defined now",
        $"Score them, and pay judges where they are asked: evalharness score {run}");
}
