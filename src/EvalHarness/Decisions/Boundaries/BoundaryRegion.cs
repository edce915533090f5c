namespace EvalHarness.Decisions.Boundaries;

/// <summary>A stretch of a parameter on which one thing can be said.</summary>
/// <param name="Sign">+1: the first arm is shown to be better; −1: the second; 0: undecided.</param>
public sealed record BoundaryRegion(double From, double To, int Sign);
