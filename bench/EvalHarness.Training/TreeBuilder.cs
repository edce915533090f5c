using EvalHarness.Evaluators.Groundedness.Weights;

namespace EvalHarness.Training;

/// <summary>A tree while it grows.</summary>
internal sealed class TreeBuilder
{
    public List<int> Feature { get; } = [];

    public List<double> Cut { get; } = [];

    public List<int> Left { get; } = [];

    public List<double> Value { get; } = [];

    /// <summary>Adds a leaf and returns its place.</summary>
    public int Add()
    {
        Feature.Add(-1);
        Cut.Add(0);
        Left.Add(0);
        Value.Add(0);
        return Feature.Count - 1;
    }

    public DecisionTree Build() => new(Feature, Cut, Left, Value);
}
