namespace EvalHarness.Calibration.Labelling;

/// <summary>A row on which raters who decided differ.</summary>
/// <param name="Id">The name that raters saw.</param>
/// <param name="Labels">By rater: yes, no or unsure.</param>
public sealed record Disagreement(string Id, string Question, string Answer, IReadOnlyDictionary<string, string> Labels);
