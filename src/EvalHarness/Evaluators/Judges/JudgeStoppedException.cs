using EvalHarness.Runs;

namespace EvalHarness.Evaluators.Judges;

/// <summary>A judge may or can be asked no more: what it has not judged is left without a score, and the next time goes on with it.</summary>
public sealed class JudgeStoppedException(string judge, StopCause cause, string message) : Exception(message)
{
    public string Judge => judge;

    public StopCause Cause => cause;
}
