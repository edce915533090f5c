using System.Runtime.CompilerServices;
using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Runs;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>Scores the repeats of each sample taken together: for every sample and pipeline one row in place of its repeats.</summary>
internal sealed class RepeatScores(Consistency consistency, AnswerReader reader)
{
    /// <summary>What the rows have scores of; the sample's mean is there for what is made of it.</summary>
    public IReadOnlyList<Metric> Metrics => [.. consistency.PerSample, consistency.Mean];

    /// <param name="rows">Rows of one sample follow each other. Where repeats are still missing there is nothing to say.</param>
    public async IAsyncEnumerable<ResultRow> OverRepeatsAsync(IAsyncEnumerable<ResultRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ResultRow> sample = [];
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (sample.Count > 0 && sample[0].Sample.Id != row.Sample.Id)
            {
                foreach (var scored in Score(sample))
                    yield return scored;
                sample = [];
            }

            sample.Add(row);
        }

        foreach (var scored in Score(sample))
            yield return scored;
    }

    private IEnumerable<ResultRow> Score(List<ResultRow> sample) => sample
        .GroupBy(r => r.Pipeline, StringComparer.Ordinal)
        .Select(g => g.ToList())
        .Where(repeats => repeats.Count == consistency.Repeats)
        .Select(repeats => repeats[0] with { Repeat = 0, Scores = Score(new RepeatedAnswers(consistency, reader, repeats)).ToDictionary(s => s.Metric) });

    private IEnumerable<Score> Score(RepeatedAnswers repeats)
    {
        var (n, correctness) = (consistency.Repeats, repeats.Correctness());
        yield return Of(consistency.PassAtK, m => m.Scored(PassAtK.Once(n, repeats.Right(), n)));
        yield return Of(consistency.PassEveryTime, m => m.Scored(PassAtK.EveryTime(n, repeats.Right(), n)));
        yield return repeats.FormatAgreement();
        yield return repeats.AnswerAgreement();
        yield return Of(consistency.VarianceWithin, m => m.Scored(VarianceComponents.Of(correctness)));
        yield return Of(consistency.Mean, m => m.Scored(correctness.Average()));

        Score Of(Metric metric, Func<Metric, Score> scored) => repeats.WithoutCorrectness(metric) ?? scored(metric);
    }
}
