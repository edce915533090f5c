namespace EvalHarness.Embedded.Training;

/// <summary>Some of the training examples, for a learning curve.</summary>
internal static class TrainingShare
{
    /// <param name="share">In (0, 1]; at least one example is left.</param>
    /// <returns>In the order of the file; a larger share of the same seed holds a smaller one.</returns>
    public static IReadOnlyList<TrainingExample> Of(IReadOnlyList<TrainingExample> examples, double share, int seed)
    {
        if (share >= 1)
            return examples;
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        new Random(seed).Shuffle(order);
        return [.. order.Take(Math.Max(1, (int)Math.Round(share * examples.Count))).Order().Select(i => examples[i])];
    }
}
