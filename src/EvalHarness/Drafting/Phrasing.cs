namespace EvalHarness.Drafting;

/// <summary>How a question is worded.</summary>
public enum Phrasing
{
    /// <summary>As typed into a search box.</summary>
    Short,

    /// <summary>As written to a support desk, with a situation.</summary>
    Long,
}
