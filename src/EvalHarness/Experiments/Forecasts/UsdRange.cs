namespace EvalHarness.Experiments.Forecasts;

/// <summary>So many United States dollars at least, and so many at most.</summary>
public readonly record struct UsdRange(decimal Low, decimal High)
{
    public static UsdRange operator +(UsdRange a, UsdRange b) => Add(a, b);

    public static UsdRange Add(UsdRange a, UsdRange b) => new(a.Low + b.Low, a.High + b.High);
}
