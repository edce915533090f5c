namespace EvalHarness.TrainingData.Personal;

/// <summary>A piece of personal data.</summary>
/// <param name="Masked">What may be shown of it.</param>
internal sealed record PersonalDatum(LintRule Rule, string Masked);
