namespace EvalHarness.Evaluators.Checks;

/// <summary>Of a check that takes none of its own.</summary>
internal sealed record NoSettings;
