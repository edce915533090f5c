using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>Of what went wrong, the share that has a cause: a team can go and mend it.</summary>
/// <remarks>Only rows that went wrong have a value, so two pipelines are compared where both did.</remarks>
public sealed record AttributionMeasure : IMeasure
{
    public string Id => "failures-explained";

    public Unit Unit => Unit.YesNo;

    public Direction Direction => Direction.Higher;

    public Func<int, double?>? Values(ScoreTable table, string pipeline) => table.Causes(pipeline) is { } column ? sample => Explained(column.Of(sample)) : null;

    private static double? Explained(IReadOnlyList<Cause?> causes)
    {
        List<Cause> failures = [.. causes.OfType<Cause>()];
        return failures.Count == 0 ? null : (double)failures.Count(c => c != Cause.Unattributed) / failures.Count;
    }
}
