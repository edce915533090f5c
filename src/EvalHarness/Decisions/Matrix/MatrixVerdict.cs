namespace EvalHarness.Decisions.Matrix;

/// <summary>What these data say by one criterion.</summary>
public enum MatrixVerdict
{
    /// <summary>One arm is shown to be better than every other.</summary>
    Best,

    /// <summary>Some arms are shown to be worse than another; between those that lead no difference is shown.</summary>
    Shared,

    /// <summary>No difference is shown, and none that matters is left possible.</summary>
    NoDifferenceShown,

    /// <summary>No difference is shown, and one that matters is still possible.</summary>
    NotEnoughRows,

    NotMeasured,
}
