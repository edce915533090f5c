namespace EvalHarness.Statistics;

/// <summary>Where a value lies; an absent end is one that the data do not bound.</summary>
public readonly record struct Interval(double? Low, double? High)
{
    public static Interval Unbounded { get; } = new(null, null);

    public bool Contains(double value) => !(value < Low) && !(value > High);

    /// <summary>No wider than the values can be.</summary>
    public Interval Within(ValueRange? range) => range is { } r
        ? new(Low is { } low ? Math.Clamp(low, r.Low, r.High) : null, High is { } high ? Math.Clamp(high, r.Low, r.High) : null)
        : this;

    /// <summary>The interval of <c>offset + scale · value</c>; <paramref name="scale"/> is positive.</summary>
    public Interval Rescaled(double offset, double scale) => new(offset + (scale * Low), offset + (scale * High));

    public Estimate Around(double value, double confidence, string method, int n) => new(value, Low, High, confidence, method, n);
}
