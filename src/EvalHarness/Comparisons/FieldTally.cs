using EvalHarness.Diagnosis;
using EvalHarness.Statistics;

namespace EvalHarness.Comparisons;

/// <summary>Counts one pipeline's values of one field.</summary>
/// <param name="classes">Its values where they are classes. Of another field only right, wrong and nothing are told apart: its values are without end.</param>
internal sealed class FieldTally(string pipeline, string field, EnumField? classes)
{
    private const string Right = "right";
    private const string Wrong = "wrong";

    private readonly FieldConfusion all = new();
    private readonly ClusterGroups clusters = new();
    private readonly FieldValues? values = classes is null ? null : new FieldValues(classes.Values);
    private int failed;
    private int samples;

    public void Add(int cluster, bool isFirstRepeat, string expected, string given, bool isFailed)
    {
        samples += isFirstRepeat ? 1 : 0;
        failed += isFailed ? 1 : 0;
        if (values is not null)
        {
            var (wanted, got) = values.Counted(expected, given);
            all.Add(wanted, got);
            clusters.Add(cluster, wanted, got);
            return;
        }

        all.Add(Right, given == FieldConfusion.Nothing ? given : given == expected ? Right : Wrong);
    }

    /// <param name="rows">Of the pipeline: where the field is not expected it is not applicable.</param>
    public FieldResult Result(int rows, double confidence) =>
        new(pipeline, field, values is not null, all, new OutcomeCounts(all.N - failed, rows - all.N, 0, failed), values is not null ? Estimate(confidence) : null);

    private Estimate? Estimate(double confidence)
    {
        if (all.MacroF1 is not { } value)
            return null;
        List<double> leftOut = [.. clusters.All.Select(Without)];
        var method = leftOut.Count < MeanEstimator.FewestClusters ? "too-few-clusters" : "jackknife-t";
        return Jackknife.Of(value, leftOut, confidence).Within(new ValueRange(0, 1)).Around(value, confidence, method, samples);
    }

    private double Without(FieldConfusion cluster)
    {
        all.Add(cluster, -1);
        var left = all.MacroF1 ?? 0;
        all.Add(cluster, 1);
        return left;
    }
}
