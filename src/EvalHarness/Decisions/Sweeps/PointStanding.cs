namespace EvalHarness.Decisions.Sweeps;

/// <summary>What the rows say of a point against the best one.</summary>
public enum PointStanding
{
    /// <summary>The best estimate of the objective.</summary>
    Best,

    /// <summary>Shown to be worse by less than the tolerance, if at all.</summary>
    WithinTolerance,

    /// <summary>Shown to be worse.</summary>
    Worse,

    /// <summary>Neither: the rows cannot tell it from the best, nor that it is as good.</summary>
    Open,

    /// <summary>No row has a value, or there are too few clusters for a difference.</summary>
    Unknown,
}
