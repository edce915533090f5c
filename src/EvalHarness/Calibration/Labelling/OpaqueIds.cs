using EvalHarness.Statistics;

namespace EvalHarness.Calibration.Labelling;

/// <summary>Names that say nothing: consonants alone, which no spreadsheet takes for a number, a date or a formula, and which spell no word.</summary>
internal static class OpaqueIds
{
    private const string Letters = "bcdfghjkmnpqrstvwxz";
    private const int Length = 7;

    public static IReadOnlyList<string> Make(int count, int seed, string purpose)
    {
        SeededRandom random = new(seed, purpose);
        HashSet<string> known = new(StringComparer.Ordinal);
        List<string> ids = [];
        while (ids.Count < count)
            if (string.Concat(Enumerable.Range(0, Length).Select(_ => Letters[random.Next(Letters.Length)])) is var id && known.Add(id))
                ids.Add(id);
        return ids;
    }
}
