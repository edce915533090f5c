namespace EvalHarness.Evaluators.Groundedness;

/// <summary>How a stretch of an answer is read.</summary>
internal enum BlockKind
{
    /// <summary>By sentence.</summary>
    Prose,

    /// <summary>A Markdown table, by cell.</summary>
    Table,

    /// <summary>Fenced code, whole.</summary>
    Code,
}
