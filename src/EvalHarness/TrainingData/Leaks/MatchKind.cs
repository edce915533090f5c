namespace EvalHarness.TrainingData.Leaks;

/// <summary>How a text and a gold question are alike; the strongest comes last.</summary>
internal enum MatchKind
{
    Similar,
    NearDuplicate,
    WordSequences,
    Normalised,
    Exact,
}
