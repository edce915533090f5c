using EvalHarness.Diagnosis;

namespace EvalHarness.Comparisons;

/// <summary>The counts of clusters, each apart; of more than <see cref="Most"/> they are counted in so many groups, so that memory does not grow with the dataset.</summary>
/// <remarks>Leaving out groups of clusters in place of single ones keeps the jackknife valid. Source: Kott 2001, Journal of Official Statistics 17 (delete-a-group jackknife).</remarks>
internal sealed class ClusterGroups
{
    public const int Most = 1000;

    private readonly List<FieldConfusion?> groups = [];

    /// <summary>Those that have any.</summary>
    public IEnumerable<FieldConfusion> All => groups.OfType<FieldConfusion>();

    public void Add(int cluster, string expected, string given)
    {
        var group = cluster % Most;
        while (groups.Count <= group)
            groups.Add(null);
        (groups[group] ??= new FieldConfusion()).Add(expected, given);
    }
}
