namespace EvalHarness.Metrics;

/// <summary>Which way a metric improves.</summary>
public enum Direction
{
    Higher,
    Lower,
}
