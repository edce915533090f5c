using System.Text.RegularExpressions;

namespace EvalHarness.Evaluators.Checks;

/// <summary>How often each run of n characters comes in a text; case and the amount of blank space do not matter.</summary>
internal sealed partial class GramProfile
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private double length;

    public bool IsEmpty => counts.Count == 0;

    public static GramProfile Of(string text, int n)
    {
        var even = Blank().Replace(text.Trim().ToLowerInvariant(), " ");
        var profile = new GramProfile();
        for (var i = 0; i + n <= even.Length; i++)
            profile.counts[even.Substring(i, n)] = profile.counts.GetValueOrDefault(even.Substring(i, n)) + 1;
        profile.length = Math.Sqrt(profile.counts.Values.Sum(c => (double)c * c));
        return profile;
    }

    /// <summary>In [0, 1]; neither profile may be empty.</summary>
    public double CosineWith(GramProfile other) =>
        Math.Min(1, other.counts.Sum(c => (double)c.Value * counts.GetValueOrDefault(c.Key)) / (length * other.length));

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
