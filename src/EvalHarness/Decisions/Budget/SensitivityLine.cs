namespace EvalHarness.Decisions.Budget;

/// <summary>How far the difference in what two arms cost over the horizon moves when one assumption is halved or doubled: a bar of a tornado.</summary>
/// <param name="Assumption"><c>volume</c>, <c>changes</c>, <c>call prices</c> or <c>fixed costs</c>.</param>
/// <param name="Halved">First − second, in USD.</param>
/// <param name="AsGiven">With nothing changed.</param>
public sealed record SensitivityLine(string Assumption, Arm First, Arm Second, decimal Halved, decimal AsGiven, decimal Doubled)
{
    /// <summary>Whether halving or doubling turns which of the two is cheaper.</summary>
    public bool Turns => decimal.Sign(Halved) != decimal.Sign(AsGiven) || decimal.Sign(Doubled) != decimal.Sign(AsGiven);

    public decimal Swing => Math.Abs(Doubled - Halved);
}
