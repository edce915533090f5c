namespace EvalHarness.Calibration;

/// <summary>What a scorer says of an answer.</summary>
/// <param name="Score">In [0, 1]; the higher, the likelier a yes.</param>
/// <param name="Verdict">At the threshold that is shipped.</param>
/// <param name="Reason">Why, in words.</param>
public readonly record struct Judgement(double Score, bool Verdict, string Reason = "");
