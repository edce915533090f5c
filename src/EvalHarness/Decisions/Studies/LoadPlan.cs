namespace EvalHarness.Decisions.Studies;

/// <summary>Which pipelines are asked how often, each alone.</summary>
/// <param name="Rates">Questions begun a second, whatever is still in flight; ascending.</param>
public sealed record LoadPlan(IReadOnlyList<string> Pipelines, IReadOnlyList<double> Rates);
