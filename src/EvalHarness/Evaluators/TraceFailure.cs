using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators;

/// <summary>What a score says of a trace without an answer.</summary>
internal static class TraceFailure
{
    public static string Failure(this Trace trace) => trace.Error?.ToString() ?? "the pipeline gave no answer";
}
