namespace EvalHarness.TrainingData.Texts;

/// <summary>Finds signatures that agree in at least one band: locality-sensitive hashing.</summary>
/// <param name="rows">Places of a signature in one band; 128 / rows bands.</param>
/// <remarks>
/// A pair of similarity J is found with probability 1 − (1 − J^rows)^bands: with 4 rows .988 at J = .6 and .9999 at .8; with 8 rows .95 at .8 and .9999 at .9.
/// Source: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", section 3.4.
/// </remarks>
internal sealed class SignatureBuckets(int rows)
{
    /// <summary>Of one band's bucket; boilerplate that everybody shares would otherwise make everybody a candidate.</summary>
    private const int MostInBucket = 256;

    // A bucket is a chain through one list: most hold a single item, and a list for each would be most of the memory.
    private readonly Dictionary<ulong, (int Last, int Count)> buckets = [];
    private readonly List<(int Item, int Before)> links = [];

    public void Add(uint[] signature, int item)
    {
        foreach (var key in Keys(signature))
        {
            var (last, count) = buckets.GetValueOrDefault(key, (-1, 0));
            if (count == MostInBucket)
                continue;
            buckets[key] = (links.Count, count + 1);
            links.Add((item, last));
        }
    }

    /// <summary>Each item once, in the order of their numbers.</summary>
    public IEnumerable<int> Candidates(uint[] signature)
    {
        SortedSet<int>? found = null;
        foreach (var key in Keys(signature))
        {
            for (var at = buckets.GetValueOrDefault(key, (-1, 0)).Item1; at >= 0; at = links[at].Before)
                (found ??= []).Add(links[at].Item);
        }

        return found ?? Enumerable.Empty<int>();
    }

    private IEnumerable<ulong> Keys(uint[] signature)
    {
        for (var first = 0; first + rows <= signature.Length; first += rows)
        {
            var hash = Mixing.Add(Mixing.Start, (ulong)first);
            for (var i = first; i < first + rows; i++)
                hash = Mixing.Add(hash, signature[i]);
            yield return Mixing.Finish(hash);
        }
    }
}
