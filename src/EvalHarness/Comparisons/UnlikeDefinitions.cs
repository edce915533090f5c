using EvalHarness.Inputs;
using EvalHarness.Metrics;

namespace EvalHarness.Comparisons;

/// <summary>Two numbers share a name and not a meaning: they are refused, never averaged or compared.</summary>
internal static class UnlikeDefinitions
{
    public static InputException Of(Metric one, Metric other) => new(new InputProblem(
        one.Id,
        $"two unlike definitions, {one.DefinitionId} and {other.DefinitionId}",
        "Score both sides again with one definition (evalharness score)."));
}
