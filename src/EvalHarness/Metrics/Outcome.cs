namespace EvalHarness.Metrics;

/// <summary>The four ways in which a metric can end for one row; only <see cref="Scored"/> has a value.</summary>
public enum Outcome
{
    Scored,

    /// <summary>The metric has no meaning for this row: out of the denominator by definition, never against a pipeline.</summary>
    NotApplicable,

    /// <summary>It should have a value and has none: counts against the pipeline.</summary>
    NotScored,

    /// <summary>The pipeline gave no answer: counts against the pipeline.</summary>
    Failed,
}
