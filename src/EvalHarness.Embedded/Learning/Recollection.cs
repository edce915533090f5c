namespace EvalHarness.Embedded.Learning;

/// <summary>What came to mind for a question.</summary>
/// <param name="Entry">The learned answer's number.</param>
/// <param name="Confidence">The learned probability that it answers the question, in [0, 1].</param>
internal sealed record Recollection(int Entry, LearnedAnswer Learned, double Confidence);
