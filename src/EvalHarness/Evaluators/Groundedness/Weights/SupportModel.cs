namespace EvalHarness.Evaluators.Groundedness.Weights;

/// <summary>What was learned: a weighted sum of the features, and small trees on top of it.</summary>
/// <param name="Names">The features, in the order of the values that it reads.</param>
/// <param name="Means">What is taken off each feature.</param>
/// <param name="Coefficients">What each feature counts for, per unit.</param>
/// <param name="Trees">Corrections, added up.</param>
/// <param name="OwnShare">How much of a claim's support is its own, in (0, 1]; the rest is the mean of the answer's claims: a careless answer is careless throughout.</param>
/// <param name="Contradiction">What a contradiction takes off a claim's score, in log odds.</param>
/// <param name="Threshold">The score from which a claim is supported.</param>
internal sealed record SupportModel(IReadOnlyList<string> Names, double[] Means, double[] Coefficients, IReadOnlyList<DecisionTree> Trees, double OwnShare, double Contradiction, double Threshold)
{
    /// <summary>The score of a claim within its answer.</summary>
    /// <param name="own">Its own <see cref="Score"/>.</param>
    /// <param name="mean">The mean over the answer's claims.</param>
    public double Blend(double own, double mean, bool isContradicted) => (OwnShare * own) + ((1 - OwnShare) * mean) - (isContradicted ? Contradiction : 0);

    /// <summary>Log odds, more is better supported; 0 means nothing by itself.</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = 0.0;
        for (var i = 0; i < Coefficients.Length; i++)
            score += Coefficients[i] * (features[i] - Means[i]);
        foreach (var tree in Trees)
            score += tree.Read(features);
        return score;
    }
}
