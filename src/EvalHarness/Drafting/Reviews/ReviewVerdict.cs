namespace EvalHarness.Drafting.Reviews;

/// <summary>What somebody says of a draft.</summary>
public enum ReviewVerdict
{
    Accept,

    Reject,
}
