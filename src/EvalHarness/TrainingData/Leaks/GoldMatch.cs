namespace EvalHarness.TrainingData.Leaks;

/// <summary>A gold question that a text resembles.</summary>
/// <param name="Similarity">1 for equal ones; of word sequences the share that was found; else Jaccard's coefficient.</param>
internal sealed record GoldMatch(GoldQuestion Gold, MatchKind Kind, double Similarity);
