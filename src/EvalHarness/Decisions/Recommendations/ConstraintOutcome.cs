namespace EvalHarness.Decisions.Recommendations;

/// <summary>Whether an arm keeps a constraint.</summary>
public enum ConstraintOutcome
{
    /// <summary>Its whole interval does.</summary>
    Holds,

    /// <summary>Its interval has both: more rows are needed.</summary>
    Open,

    NotMeasured,

    /// <summary>Its whole interval does not.</summary>
    Broken,
}
