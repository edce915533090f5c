namespace EvalHarness.Embedded.Learning;

/// <summary>Chooses one of several classes by the features of a text.</summary>
/// <param name="Classes">In the order of the weights.</param>
/// <param name="Weights">By feature, one weight per class.</param>
internal sealed record TextClassifier(string[] Classes, float[] Biases, Dictionary<string, float[]> Weights)
{
    public string Predict(IReadOnlyCollection<string> features)
    {
        var probabilities = Probabilities(features);
        return Classes[Array.IndexOf(probabilities, probabilities.Max())];
    }

    /// <summary>One for each class; they sum to 1.</summary>
    public double[] Probabilities(IReadOnlyCollection<string> features)
    {
        var known = features.Where(Weights.ContainsKey).ToList();
        var value = TextFeatures.Value(known.Count);
        var scores = Biases.Select(b => (double)b).ToArray();
        foreach (var feature in known)
            for (var c = 0; c < scores.Length; c++)
                scores[c] += value * Weights[feature][c];
        return Softmax(scores);
    }

    /// <summary>How probable each class is; 0 for one that was not learned.</summary>
    public Func<string, double> Likelihood(IReadOnlyCollection<string> features)
    {
        var probabilities = Probabilities(features);
        return name => Array.IndexOf(Classes, name) is var c and >= 0 ? probabilities[c] : 0;
    }

    private static double[] Softmax(double[] scores)
    {
        var highest = scores.Max();
        var powers = scores.Select(s => Math.Exp(s - highest)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(p => p / sum)];
    }
}
