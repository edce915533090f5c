using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Evaluators;

/// <summary>Scores what has not been scored yet, from the store: no pipeline is called. Each score is kept as soon as it is made, with what judges were paid for it.</summary>
/// <param name="events">Told each score that is new.</param>
/// <param name="text">What of reasons and details may be kept.</param>
public sealed class Scorer(RunStore store, IReadOnlyList<IEvaluator> evaluators, ScoreEvents events, ScoreText text)
{
    /// <summary>Rows in work at once; a judge is waited for, so more than there are cores.</summary>
    public int InFlight { get; init; } = Environment.ProcessorCount;

    /// <summary>What judges may be paid; without one, nothing is too dear.</summary>
    public IJudgeLimit? JudgeLimit { get; init; }

    /// <summary>Rows that were not scored are tried again: the new score takes the old one's place.</summary>
    public bool NotScoredToo { get; init; }

    /// <param name="onScored">Told after each row and evaluator.</param>
    /// <returns>Why judges or programs ended it early: rows are then without a score, and the next time goes on with them. Empty when all is scored.</returns>
    public async Task<IReadOnlyList<RunStop>> ScoreAsync(Action? onScored, CancellationToken cancellationToken)
    {
        List<RunStop> stops = [];
        foreach (var evaluator in evaluators)
        {
            // What one evaluator's judge cannot do, others may: most ask no judge at all.
            if (await ScoreAsync(evaluator, onScored, cancellationToken) is { } stop)
                stops.Add(stop);
        }

        // Several evaluators may ask one judge: that is one stop.
        return [.. stops.GroupBy(s => (s.Scorer, s.Cause)).Select(same => same.First() with { Left = [.. same.SelectMany(s => s.Left!)] })];
    }

    private async Task<RunStop?> ScoreAsync(IEvaluator evaluator, Action? onScored, CancellationToken cancellationToken)
    {
        RunStop? stop = null;
        await Parallel.ForEachAsync(
            store.Scores.WaitingAsync(evaluator.Definition, NotScoredToo, cancellationToken).TakeWhile(_ => Volatile.Read(ref stop) is null),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                if (await ScoreAsync(evaluator, item, token) is { } stopped)
                    Interlocked.CompareExchange(ref stop, stopped, null);
                onScored?.Invoke();
            });
        return stop;
    }

    /// <returns>Why the row's judge or program was stopped; absent when the row has its scores.</returns>
    private async Task<RunStop?> ScoreAsync(IEvaluator evaluator, ScoringItem item, CancellationToken cancellationToken)
    {
        using var bill = JudgeBill.Open(JudgeLimit);
        IReadOnlyList<Score>? scores = null;
        try
        {
            scores = text.Kept(await ScoresAsync(evaluator, item, cancellationToken));
        }
        catch (ScoringStoppedException exception)
        {
            return new RunStop(exception.Cause, null, $"Scoring was stopped: {exception.Message}") { Scorer = exception.Scorer, Left = [evaluator.Definition] };
        }
        finally
        {
            // What was paid is kept even when everything else is given up.
            await store.Scores.WriteAsync(item, evaluator.Definition, scores, bill.Calls, CancellationToken.None);
        }

        events.Tell(item, evaluator.Definition, scores);
        return null;
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
