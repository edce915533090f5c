namespace EvalHarness.Statistics;

/// <summary>What the interval of a saving per query says about the number of queries that pay an upfront cost back.</summary>
public enum BreakEvenStatus
{
    /// <summary>There is a number of queries, bounded on both sides when the saving is.</summary>
    Value,

    /// <summary>The saving may be one or none: at best so many queries, at worst no number of them.</summary>
    Undetermined,

    /// <summary>No query saves anything: no number of them pays an upfront cost back.</summary>
    Never,

    /// <summary>Every query saves, and nothing is to be paid back.</summary>
    Always,
}
