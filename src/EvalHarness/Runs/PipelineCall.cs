using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>What came of calling a pipeline once.</summary>
/// <param name="Stopped">The endpoint that nobody calls any more; the trace is then no answer of the pipeline and is not recorded, but it may have cost something.</param>
public sealed record PipelineCall(Trace Trace, EndpointStoppedException? Stopped);
