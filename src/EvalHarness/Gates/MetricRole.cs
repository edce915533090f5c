namespace EvalHarness.Gates;

/// <summary>What a policy asks of a metric.</summary>
public enum MetricRole
{
    /// <summary>Must be better than the baseline. Holm over all objectives.</summary>
    Objective,

    /// <summary>Must not be worse than the baseline by the margin or more: non-inferiority.</summary>
    Guardrail,

    /// <summary>Must not be shown to be worse at all; α is shared among all metrics with this role.</summary>
    DeteriorationOnly,

    /// <summary>Is told and decides nothing.</summary>
    Information,
}
