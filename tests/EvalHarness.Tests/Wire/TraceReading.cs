using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Tests.Wire;

/// <summary>What tests look at in a trace of one call.</summary>
internal static class TraceReading
{
    public static ModelCall Call(this Trace trace) => trace.Calls.Single();

    public static IReadOnlyList<Try> Tries(this Trace trace) => trace.Call().Tries;

    public static IEnumerable<string> Statuses(this Trace trace) => trace.Tries().Select(t => t.Status);
}
