namespace EvalHarness.Comparisons;

/// <summary>How far a figure may be believed.</summary>
public enum Badge
{
    /// <summary>Measured on these data.</summary>
    Measured,

    /// <summary>Built on assumptions, such as prices "as if".</summary>
    Scenario,

    /// <summary>A number that says nothing about the systems it seems to describe.</summary>
    NotMeaningful,
}
