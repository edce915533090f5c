namespace EvalHarness.Evaluators.Checks;

/// <summary>How a text has to do with a pattern.</summary>
internal enum PatternUse
{
    /// <summary>It matches somewhere.</summary>
    Contains,

    /// <summary>It matches from the first character to the last.</summary>
    Whole,

    /// <summary>It matches nowhere.</summary>
    Never,
}
