using EvalHarness.Inputs;

namespace EvalHarness.Experiments.Freshness;

/// <summary>A change could not be taken back: nothing more is measured on what is now served.</summary>
/// <param name="probe">What was measured before; absent where nothing was.</param>
public sealed class NotRestoredException(InputProblem problem, FreshnessProbe? probe) : Exception(problem.ToString())
{
    public FreshnessProbe? Probe { get; } = probe;
}
