namespace EvalHarness.Embedded.Learning;

/// <summary>A logistic model over few dense features.</summary>
internal sealed record LinearModel(float[] Weights, float Bias)
{
    /// <summary>In [0, 1].</summary>
    public double Probability(ReadOnlySpan<float> features)
    {
        double score = Bias;
        for (var i = 0; i < Weights.Length; i++)
            score += Weights[i] * features[i];
        return 1 / (1 + Math.Exp(-score));
    }
}
