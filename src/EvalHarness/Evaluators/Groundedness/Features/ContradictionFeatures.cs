using EvalHarness.Evaluators.Groundedness.Checks;

namespace EvalHarness.Evaluators.Groundedness.Features;

/// <summary>Whether the evidence says something else of the same: what the checks find, one by one.</summary>
internal sealed class ContradictionFeatures : IFeatureFamily
{
    public IReadOnlyList<Feature> Features { get; } =
    [
        new("value-contradicted", -1, "1 when a close sentence has another value of the same thing and the claim's stands nowhere"),
        new("value-of-another", -1, "1 when the evidence has the claim's number, but beside less of the claim than another of its kind"),
        new("opposite-said", -1, "1 when a clause that says the same otherwise has a word that excludes the claim's"),
        new("denied-throughout", -1, "1 when the evidence only ever denies what the claim affirms, or the reverse, and a sentence says the same otherwise"),
        new("order-turned", -1, "1 when a sentence has the claim's parties around the same word the other way round"),
        new("field-of-another", -1, "1 when a record has the claim's value under another name or of another object, or a no for a yes"),
    ];

    /// <summary>Whether any of them is set in the values of a whole set.</summary>
    public static bool IsContradicted(ReadOnlySpan<double> values) => values[First..(First + Count)].ContainsAnyExcept(0);

    private const int Count = 6;

    private static readonly int First = FeatureSet.All.Count - Count;

    public void Read(ClaimReading reading, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = reading.Contradicts(i) ? 1 : 0;
    }
}
