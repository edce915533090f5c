namespace EvalHarness.Experiments.Remedies;

/// <summary>Whether a row's answer was as it should be.</summary>
public enum RowOutcome
{
    /// <summary>Right, and of the right form.</summary>
    Right,

    /// <summary>It failed, for whatever cause.</summary>
    Wrong,

    /// <summary>A score that should tell has no value.</summary>
    Unknown,
}
