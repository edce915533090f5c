using EvalHarness.Comparisons;
using EvalHarness.Metrics;

namespace EvalHarness.Decisions.Matrix;

/// <summary>A number per sample that pipelines are held against one another by.</summary>
public interface IMeasure
{
    /// <summary>What it is read from: a metric's id, or a name of its own.</summary>
    string Id { get; }

    Unit Unit { get; }

    Direction Direction { get; }

    /// <summary>A pipeline's values by sample; absent when the run does not have them.</summary>
    Func<int, double?>? Values(ScoreTable table, string pipeline);
}
