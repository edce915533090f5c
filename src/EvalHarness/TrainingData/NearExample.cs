namespace EvalHarness.TrainingData;

/// <summary>A training example that resembles a question.</summary>
/// <param name="Similarity">Of the questions: Jaccard's coefficient of their shingles, in [0, 1].</param>
/// <param name="Asked">What it asks.</param>
/// <param name="Target">What the model learnt to say.</param>
public sealed record NearExample(int Line, double Similarity, string Asked, string Target);
