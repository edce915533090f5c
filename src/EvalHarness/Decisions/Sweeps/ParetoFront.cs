namespace EvalHarness.Decisions.Sweeps;

/// <summary>Which of several points no other one beats on all axes.</summary>
public static class ParetoFront
{
    /// <param name="losses">By point, by axis: lower is better.</param>
    /// <returns>By point: whether it is on the front. Equal points are there together, or not at all.</returns>
    public static IReadOnlyList<bool> Of(IReadOnlyList<IReadOnlyList<double>> losses) => [.. losses.Select(point => !losses.Any(other => Beats(other, point)))];

    private static bool Beats(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var pairs = one.Zip(other).ToList();
        return pairs.TrueForAll(p => p.First <= p.Second) && pairs.Exists(p => p.First < p.Second);
    }
}
