using System.Security.Cryptography;
using System.Text;

namespace EvalHarness.Stub.Apis;

/// <summary>Vectors from hashed words: texts that share words are alike, and nothing is learnt.</summary>
internal static class WordVectors
{
    /// <summary>Of length one; of a text without words all of it in the first place.</summary>
    public static float[] Of(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in Words(text))
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(word));
            vector[BitConverter.ToUInt32(hash, 0) % (uint)dimensions] += (hash[4] & 1) == 0 ? 1 : -1;
        }

        var length = MathF.Sqrt(vector.Sum(v => v * v));
        if (length == 0)
            vector[0] = 1;
        else
            for (var i = 0; i < dimensions; i++)
                vector[i] /= length;
        return vector;
    }

    public static IReadOnlyList<string> Words(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
