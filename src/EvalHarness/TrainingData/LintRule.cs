namespace EvalHarness.TrainingData;

/// <summary>One thing that the linter looks for.</summary>
/// <param name="Id">Kebab-case.</param>
/// <param name="Severity">Of its findings, where the user names no other.</param>
/// <param name="Title">What a finding means, as a sentence.</param>
/// <param name="Mend">What to do about it.</param>
/// <param name="IsLeak">An error of it says that gold reached the model: such a checkpoint may not be promoted.</param>
public sealed record LintRule(string Id, LintSeverity Severity, string Title, string Mend, bool IsLeak = false);
