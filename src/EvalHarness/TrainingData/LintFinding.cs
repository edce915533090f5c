namespace EvalHarness.TrainingData;

/// <summary>One thing that a rule found.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Where">File and line: <c>train.jsonl:12</c>.</param>
/// <param name="Found">What was found, fit to be shown: personal data are masked.</param>
/// <param name="Mend">How to mend it.</param>
/// <param name="Sample">The gold sample concerned; absent where none is.</param>
/// <param name="Similarity">How alike the two are, in [0, 1]; absent where that is not measured.</param>
public sealed record LintFinding(string Rule, LintSeverity Severity, string Where, string Found, string Mend, string? Sample = null, double? Similarity = null);
