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

    private readonly Dictionary<ulong, List<int>> buckets = [];

    public void Add(uint[] signature, int item)
    {
        foreach (var key in Keys(signature))
        {
            if (!buckets.TryGetValue(key, out var items))
                buckets[key] = items = new List<int>(1);
            if (items.Count < MostInBucket)
                items.Add(item);
        }
    }

    /// <summary>Each item once, in the order in which they were added.</summary>
    public IEnumerable<int> Candidates(uint[] signature)
    {
        SortedSet<int>? found = null;
        foreach (var key in Keys(signature))
        {
            if (buckets.TryGetValue(key, out var items))
                (found ??= []).UnionWith(items);
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
