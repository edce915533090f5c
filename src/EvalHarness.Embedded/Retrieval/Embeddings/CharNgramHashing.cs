using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Embedded.Retrieval.Embeddings;

/// <summary>Adds up the character 3- to 5-grams of a text's words, each at a hashed place with a hashed sign; length 1.</summary>
/// <remarks>Source: Weinberger et al. 2009, Feature Hashing for Large Scale Multitask Learning: the sign makes collisions cancel out on average.</remarks>
internal sealed class CharNgramHashing(int dimensions)
{
    private const int Shortest = 3;
    private const int Longest = 5;

    public float[] Embed(string text)
    {
        var counts = Counts(text);
        var vector = new float[dimensions];

        // In the order of the hashes, so that the sums are the same wherever a gram first stands.
        foreach (var (hash, count) in counts.OrderBy(c => c.Key))
            vector[hash % (ulong)dimensions] += ((hash >> 63) == 0 ? 1 : -1) * (1 + MathF.Log(count));
        return UnitVector.Of(vector) ?? vector;
    }

    private static Dictionary<ulong, int> Counts(string text)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var word in Words(text))
            for (var length = Shortest; length <= Math.Min(Longest, word.Length); length++)
                for (var start = 0; start + length <= word.Length; start++)
                {
                    var hash = Hash(word.AsSpan(start, length));
                    counts[hash] = counts.GetValueOrDefault(hash) + 1;
                }

        return counts;
    }

    // With a blank on either side: where a word begins and ends tells.
    private static IEnumerable<string> Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => $" {word} ");

    // FNV-1a, and MurmurHash3's last mix: the upper bits of FNV alone hardly change for short keys.
    private static ulong Hash(ReadOnlySpan<char> gram)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in gram)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
