using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Studies;

/// <summary>The arms' right answers over the largest corpus that was tried: what the matrix compares where knowledge is large.</summary>
/// <param name="Metric">An id.</param>
/// <param name="Says">What was made larger, and to what: "retrieval.distractors=10000".</param>
/// <param name="Pipelines">By arm: the point at the largest corpus of an arm that retrieves, the pipeline as it is of one that does not.</param>
/// <param name="Samples">By cluster, then id.</param>
/// <param name="Clusters">By sample.</param>
/// <param name="Values">By arm, by sample; absent where a row has none.</param>
public sealed record GrownArms(
    string Metric,
    Unit Unit,
    Direction Direction,
    string Definition,
    string Says,
    IReadOnlyDictionary<Arm, string> Pipelines,
    IReadOnlyList<string> Samples,
    IReadOnlyList<string> Clusters,
    IReadOnlyDictionary<Arm, IReadOnlyList<double?>> Values)
{
    /// <summary>As a table of scores, so that the matrix reads it like any run.</summary>
    public ScoreTable Table()
    {
        Metric metric = new(Metric, Unit, Direction, Definition);
        return new ScoreTable([metric], [.. ScoredSamples()], 1, Values.ToDictionary(v => (Pipelines[v.Key], Metric), v => Column(metric, v.Value)), []);
    }

    private IEnumerable<ScoredSample> ScoredSamples()
    {
        var index = -1;
        for (var place = 0; place < Samples.Count; place++)
        {
            index += place > 0 && Clusters[place] == Clusters[place - 1] ? 0 : 1;
            yield return new ScoredSample(Samples[place], Clusters[place], index, []);
        }
    }

    private static ScoreColumn Column(Metric metric, IReadOnlyList<double?> values)
    {
        ScoreColumn column = new(metric, values.Count, 1);
        foreach (var (place, value) in values.Index())
            column.Set(place, 0, value is null ? Outcome.NotApplicable : Outcome.Scored, value ?? 0);
        return column;
    }
}
