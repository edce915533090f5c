namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>What plain rules make of the claim: how much is covered, times a factor for everything that is missing or contradicted.</summary>
internal sealed class RuleFeatures : IFeatureFamily
{
    /// <summary>What the second window, the rest of the evidence and the order of the words count for.</summary>
    private const double SecondWindow = 0.25;
    private const double Elsewhere = 0.3;
    private const double Order = 0.2;

    public IReadOnlyList<Feature> Features { get; } =
    [
        new("rule-covered", 1, "coverage of the best window, a little of the second and of the rest, and the order of the words, in [0, 1]"),
        new("rule-support", 1, "the same times the factors of all objections, in [0, 1]"),
        new("rule-factor", 1, "the product of those factors, in [0, 1]"),
    ];

    public void Read(ClaimReading reading, Span<double> values)
    {
        var match = reading.Match;
        var (first, all) = (match.Coverage(reading.Best.Mask), match.Coverage(match.All));
        var two = match.Second is { } second ? match.Coverage(second.Mask) : first;
        var words = first + (SecondWindow * (two - first)) + (Elsewhere * (all - two));
        values[0] = ((1 - Order) * words) + (Order * WordOrder.Share(match));
        values[2] = reading.Objections.Aggregate(1.0, (product, objection) => product * objection.Factor);
        values[1] = values[0] * values[2];
    }
}
