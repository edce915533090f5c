namespace EvalHarness.Gates;

/// <summary>May the candidate be promoted? In the order of precedence: the gravest line decides.</summary>
public enum Verdict
{
    /// <summary>Every guardrail and ceiling holds, every objective is reached, nothing has deteriorated.</summary>
    Promote,

    /// <summary>The rows cannot decide; what would be needed is said.</summary>
    Inconclusive,

    /// <summary>The candidate is worse than the policy allows.</summary>
    Reject,

    /// <summary>Nothing may be concluded: too few rows or clusters, too many errors, a scorer of unknown or too great error, or definitions that differ.</summary>
    Invalid,
}
