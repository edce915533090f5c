using EvalHarness.Runs;

namespace EvalHarness.Evaluators;

/// <summary>A judge or a program that scores may or can be asked no more: what it has not scored is left without a score, and the next time goes on with it.</summary>
/// <param name="scorer">The judge's name, or the metric's id.</param>
public sealed class ScoringStoppedException(string scorer, StopCause cause, string message) : Exception(message)
{
    public string Scorer => scorer;

    public StopCause Cause => cause;
}
