namespace EvalHarness.Evaluators.Groundedness.Weights;

/// <summary>A small tree over features, as parallel lists; a node without a feature (−1) is a leaf.</summary>
/// <param name="Feature">The feature that a node asks for, −1 in a leaf.</param>
/// <param name="Cut">Values up to it go left.</param>
/// <param name="Left">The node that follows on the left; the one behind it follows on the right.</param>
/// <param name="Value">What a leaf adds to the score.</param>
internal sealed record DecisionTree(IReadOnlyList<int> Feature, IReadOnlyList<double> Cut, IReadOnlyList<int> Left, IReadOnlyList<double> Value)
{
    public double Read(ReadOnlySpan<double> features)
    {
        var node = 0;
        while (Feature[node] >= 0)
            node = Left[node] + (features[Feature[node]] <= Cut[node] ? 0 : 1);
        return Value[node];
    }
}
