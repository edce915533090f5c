using EvalHarness.Statistics;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace EvalHarness.Tests.Statistics;

public sealed class ClusteredValuesTests
{
    [Test]
    public void Whole_clusters_that_agree_are_worth_one_sample_each()
    {
        var pairs = new ClusteredValues([1, 1, 0, 0, 1, 1, 0, 0], [1, 1, 2, 2, 3, 3, 4, 4]);
        var singles = ClusteredValues.Independent([1, 0, 1, 0]);

        Assert.That(pairs.StandardError, Is.EqualTo(singles.StandardError).Within(1e-12));
    }

    [Test]
    public void The_standard_error_is_the_hand_calculated_one()
    {
        // Mean 2; residual sums −1, 0 and 1; SE² = (1 + 0 + 1)/6² · 3/2.
        var values = new ClusteredValues([1, 2, 2, 2, 2, 3], [1, 1, 2, 2, 3, 3]);

        Assert.That(values.StandardError, Is.EqualTo(Math.Sqrt(2.0 / 36 * 1.5)).Within(1e-12));
        Assert.That(values.ClusterCount, Is.EqualTo(3));
    }

    [Property]
    public bool The_order_of_rows_changes_nothing_at_all(byte[] bytes)
    {
        var rows = bytes.Select(b => (Value: b / 7.0, Cluster: b % 5)).ToList();
        var (one, other) = (Of(rows), Of(rows.AsEnumerable().Reverse()));

        return one.Mean.Equals(other.Mean) && one.StandardError.Equals(other.StandardError) && one.Clusters.SequenceEqual(other.Clusters);
    }

    [Test]
    public void Each_value_needs_a_cluster()
    {
        Assert.That(() => new ClusteredValues([1, 2], [1]), Throws.ArgumentException.With.Message.Contains("2 values have 1 clusters"));
    }

    private static ClusteredValues Of(IEnumerable<(double Value, int Cluster)> rows) => new(rows.Select(r => r.Value), rows.Select(r => r.Cluster));
}
