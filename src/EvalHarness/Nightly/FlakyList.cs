namespace EvalHarness.Nightly;

/// <summary>The flaky samples as they are known: versioned, each with its expiry, capped.</summary>
/// <param name="Version">Grows by one whenever a sample enters, leaves or is renewed; 0 before any.</param>
/// <param name="LeftOut">Found, and beyond the cap: they are not listed, and alert.</param>
public sealed record FlakyList(int Version, IReadOnlyList<FlakySample> Samples, int LeftOut)
{
    private const double Cap = 0.1;
    private const int FewestDraws = 5;
    private const double Lowest = 0.1;
    private const double Highest = 0.9;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public static FlakyList None { get; } = new(0, [], 0);

    public bool Contains(string sample) => Samples.Any(s => s.Sample == sample);

    /// <param name="draws">Of samples whose answers vary: passes and draws.</param>
    /// <param name="asked">Samples of the dataset or subset: at most a tenth of them are listed, the flakiest first.</param>
    public FlakyList After(IReadOnlyDictionary<string, (double Passes, double Draws)> draws, int asked, DateTimeOffset now)
    {
        var standing = Samples.Where(s => s.ExpiresAt > now).ToDictionary(s => s.Sample, StringComparer.Ordinal);
        var found = draws.Where(d => IsFlaky(d.Value) && !standing.ContainsKey(d.Key)).Select(d => new FlakySample(d.Key, d.Value.Passes, d.Value.Draws, now + Lifetime));
        FlakySample[] all = [.. standing.Values.Concat(found).OrderBy(s => Math.Abs(s.PassRate - 0.5)).ThenBy(s => s.Sample, StringComparer.Ordinal)];
        FlakySample[] listed = [.. all.Take((int)Math.Ceiling(Cap * asked)).OrderBy(s => s.Sample, StringComparer.Ordinal)];
        return new(listed.SequenceEqual(Samples) ? Version : Version + 1, listed, all.Length - listed.Length);
    }

    private static bool IsFlaky((double Passes, double Draws) draw) =>
        draw.Draws >= FewestDraws && draw.Passes / draw.Draws is > Lowest and < Highest;
}
