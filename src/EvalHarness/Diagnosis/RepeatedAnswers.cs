using System.Text.RegularExpressions;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Diagnosis;

/// <summary>All planned repeats of one sample with one pipeline.</summary>
public sealed class RepeatedAnswers(Consistency consistency, AnswerReader reader, IReadOnlyList<ResultRow> rows)
{
    // One format is as good as another here: what counts is that it stays the same.
    private static readonly string[] Forms = ["format-strict", "format-lenient", "format-schema"];

    /// <summary>Correctness of every repeat; one that should have a value and has none counts as 0.</summary>
    public double[] Correctness() => [.. rows.Select(r => ScoreOf(r, consistency.Correctness.Id).Value ?? 0)];

    public int Right() => Correctness().Count(value => value >= AnswerCorrectness.RightFrom);

    /// <summary>Why correctness has no value for the sample; absent when it has one.</summary>
    public Score? WithoutCorrectness(Metric metric) => Without(metric, [.. rows.Select(r => ScoreOf(r, consistency.Correctness.Id))]);

    /// <summary>The share of pairs of repeats of which each form that applies was met by both or by neither; a repeat that lacks the value of one is like no other.</summary>
    public Score FormatAgreement()
    {
        var metric = consistency.FormatAgreement;
        var known = Forms.Where(form => rows.Any(r => r.Scores.ContainsKey(form))).ToList();
        var scores = rows.Select(r => known.Select(form => ScoreOf(r, form)).Where(s => s.Outcome is not Outcome.NotApplicable).ToList()).ToList();
        if (scores.Any(s => s.Count == 0))
            return metric.NotApplicable("any text will do");
        if (Without(metric, [.. scores.SelectMany(s => s)]) is { } without)
            return without;
        return Pairs(metric, [.. scores.Select(s => s.Any(f => f.Value is null) ? null : string.Join(' ', s.Select(f => $"{f.Metric}={f.Value > 0}")))], string.Equals);
    }

    /// <summary>The share of pairs of repeats that give the same answer.</summary>
    public Score AnswerAgreement()
    {
        var metric = consistency.AnswerAgreement;
        if (rows.All(r => r.Trace.Answer is null))
            return metric.Failed(rows[0].Trace.Error?.ToString() ?? "the pipeline gave no answer");
        try
        {
            var replies = rows.Select(r => r.Trace.Answer is { } answer ? reader.Read(answer) : null).ToList();
            return Pairs(metric, replies, (one, other) => LikeAnswers.Are(rows[0].Sample.Asked(), one, other));
        }
        catch (RegexMatchTimeoutException)
        {
            return metric.NotScored("the replies took too long to read: a text pattern ran into its time limit");
        }
    }

    // What is absent is like nothing, not even what is absent too: a pipeline gains nothing by failing alike.
    private static Score Pairs<T>(Metric metric, List<T?> items, Func<T, T, bool> areAlike)
        where T : class
    {
        var pairs = Enumerable.Range(0, items.Count).SelectMany(i => Enumerable.Range(0, i).Select(j => (One: items[i], Other: items[j]))).ToList();
        return metric.Ratio(pairs.Count(p => p.One is { } one && p.Other is { } other && areAlike(one, other)), pairs.Count, "one answer per question");
    }

    private static Score? Without(Metric metric, IReadOnlyList<Score> scores)
    {
        if (scores.Any(s => s.Outcome is Outcome.Scored))
            return null;
        var first = scores.MaxBy(s => s.Outcome)!;
        return first with { Metric = metric.Id, Detail = null };
    }

    private static Score ScoreOf(ResultRow row, string metric) =>
        row.Scores.GetValueOrDefault(metric) ?? new Score(metric, row.Trace.Answer is null ? Outcome.Failed : Outcome.NotScored, null, "no evaluator gave this score");
}
