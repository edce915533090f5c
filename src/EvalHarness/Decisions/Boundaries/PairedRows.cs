using EvalHarness.Comparisons;

namespace EvalHarness.Decisions.Boundaries;

/// <summary>Two arms on the same samples.</summary>
internal sealed class PairedRows(DecisionInputs inputs)
{
    /// <summary>Above − below, by sample.</summary>
    /// <param name="valueOf">Of a sample; its mean when absent.</param>
    /// <returns>Absent when the run does not have the metric of both.</returns>
    public Func<int, double?>? Differences(string metric, Arm above, Arm below, Func<ScoreColumn, int, double?>? valueOf = null)
    {
        valueOf ??= (column, sample) => column.MeanOf(sample);
        if (inputs.Table.Column(inputs.Arms[above]!, metric) is not { } one || inputs.Table.Column(inputs.Arms[below]!, metric) is not { } other)
            return null;
        return sample => valueOf(one, sample) - valueOf(other, sample);
    }

    public IEnumerable<int> Samples(Func<int, bool> counts) => inputs.Table.Slices[0].Samples.Where(counts);

    public int Cluster(int sample) => inputs.Table.Samples[sample].ClusterIndex;
}
