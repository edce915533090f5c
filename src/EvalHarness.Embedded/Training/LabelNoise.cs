namespace EvalHarness.Embedded.Training;

/// <summary>Wrong labels in training data, on purpose: some questions get the reply of another.</summary>
internal static class LabelNoise
{
    /// <param name="share">Of the examples, in [0, 1); of fewer than two nothing can be exchanged.</param>
    public static IReadOnlyList<TrainingExample> AddTo(IReadOnlyList<TrainingExample> examples, double share, int seed)
    {
        var count = (int)Math.Round(share * examples.Count);
        if (count < 2)
            return examples;
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        new Random(seed).Shuffle(order);
        int[] wrong = order[..count];
        var noisy = examples.ToArray();
        for (var i = 0; i < wrong.Length; i++)
            noisy[wrong[i]] = examples[wrong[i]] with { Target = examples[wrong[(i + 1) % wrong.Length]].Target };
        return noisy;
    }
}
