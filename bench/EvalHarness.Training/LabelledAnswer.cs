namespace EvalHarness.Training;

/// <summary>An answer that people have judged, with the features of its claims.</summary>
/// <param name="IsGrounded">People's label: everything that it says is in its context.</param>
/// <param name="WordCount">The answer's length in words: never a feature.</param>
/// <param name="Overlap">The share of its content words that its context has: the baseline.</param>
/// <param name="Claims">One row of features per claim; one row for an answer without claims too.</param>
internal sealed record LabelledAnswer(string File, string Group, string Source, string Model, bool IsGrounded, int WordCount, double Overlap, IReadOnlyList<double[]> Claims);
