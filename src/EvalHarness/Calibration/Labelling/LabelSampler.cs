using EvalHarness.Statistics;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Draws rows in one pass. Each row's place in the draw depends on the seed and the row alone, so the same rows come out in whatever order they are offered.</summary>
/// <remarks>
/// Stratified: every pair of pipeline and verdict gets its share of the draw (largest remainders), so that a small sample looks like the run and figures need no weights.
/// Memory holds as many rows as are drawn, per stratum.
/// </remarks>
public sealed class LabelSampler(int count, int seed, bool isStratified)
{
    private readonly SortedDictionary<string, Stratum> strata = new(StringComparer.Ordinal);

    /// <summary>Rows offered so far.</summary>
    public int Offered => strata.Values.Sum(s => s.Size);

    /// <summary>Of these, rows that the scorer says yes to.</summary>
    public int OfferedYes { get; private set; }

    public void Offer(LabelCandidate candidate)
    {
        OfferedYes += candidate.SaidYes ? 1 : 0;
        var name = isStratified ? $"{candidate.Row.Pipeline}\n{candidate.SaidYes}" : "";
        if (!strata.TryGetValue(name, out var stratum))
            strata.Add(name, stratum = new Stratum(count));
        stratum.Offer(candidate, PlaceOf(candidate, "draw"));
    }

    /// <summary>The rows drawn, shuffled.</summary>
    public IReadOnlyList<LabelCandidate> Draw()
    {
        var sizes = Allocate([.. strata.Values.Select(s => s.Size)], Math.Min(count, Offered));
        return [.. strata.Values.SelectMany((s, i) => s.First(sizes[i])).OrderBy(c => PlaceOf(c, "shuffle"))];
    }

    /// <summary>Shares of a total in proportion to sizes, the largest remainders rounded up.</summary>
    internal static int[] Allocate(IReadOnlyList<int> sizes, int total)
    {
        long all = sizes.Sum();
        int[] shares = [.. sizes.Select(size => (int)((long)size * total / Math.Max(1, all)))];
        var rest = total - shares.Sum();
        foreach (var i in Enumerable.Range(0, sizes.Count).OrderByDescending(i => (long)sizes[i] * total % Math.Max(1, all)).ThenBy(i => i).Take(rest))
            shares[i]++;
        return shares;
    }

    private ulong PlaceOf(LabelCandidate candidate, string purpose) =>
        new SeededRandom(seed, FormattableString.Invariant($"label {purpose}:{candidate.Row.Sample.Id}:{candidate.Row.Pipeline}:{candidate.Row.Repeat}")).NextBits();

    /// <summary>Keeps the rows that come first.</summary>
    private sealed class Stratum(int kept)
    {
        private static readonly Comparer<ulong> LastFirst = Comparer<ulong>.Create((a, b) => b.CompareTo(a));

        private readonly PriorityQueue<LabelCandidate, ulong> first = new(LastFirst);

        public int Size { get; private set; }

        public void Offer(LabelCandidate candidate, ulong place)
        {
            Size++;
            if (first.Count < kept)
                first.Enqueue(candidate, place);
            else
                first.EnqueueDequeue(candidate, place);
        }

        public IEnumerable<LabelCandidate> First(int wanted) => first.UnorderedItems.OrderBy(i => i.Priority).Take(wanted).Select(i => i.Element);
    }
}
