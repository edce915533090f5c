using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Evaluators;

/// <summary>Scores what has not been scored yet, from the store: no pipeline is called. Each score is kept as soon as it is made.</summary>
/// <param name="events">Told each score that is new.</param>
public sealed class Scorer(RunStore store, IReadOnlyList<IEvaluator> evaluators, ScoreEvents events)
{
    /// <param name="onScored">Told after each row and evaluator.</param>
    public async Task ScoreAsync(Action? onScored, CancellationToken cancellationToken)
    {
        foreach (var evaluator in evaluators)
            await Parallel.ForEachAsync(
                store.Scores.UnscoredAsync(evaluator.Definition, cancellationToken),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
                async (item, token) =>
                {
                    await ScoreAsync(evaluator, item, token);
                    onScored?.Invoke();
                });
    }

    private async Task ScoreAsync(IEvaluator evaluator, ScoringItem item, CancellationToken cancellationToken)
    {
        var scores = await ScoresAsync(evaluator, item, cancellationToken);
        await store.Scores.WriteAsync(item, evaluator.Definition, scores, cancellationToken);
        events.Tell(item, evaluator.Definition, scores);
    }

    // A reply may be made to keep a pattern busy for hours: that is the row's misfortune, not the run's.
    private static async ValueTask<IReadOnlyList<Score>> ScoresAsync(IEvaluator evaluator, ScoringItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await evaluator.EvaluateAsync(item.Sample, item.Trace, cancellationToken);
        }
        catch (RegexMatchTimeoutException)
        {
            return evaluator.Metrics.NotScored("the reply took too long to read: a text pattern ran into its time limit");
        }
        catch (NoVerdictException exception)
        {
            return evaluator.Metrics.NotScored(exception.Message);
        }
    }
}
