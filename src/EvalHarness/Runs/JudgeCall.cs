using EvalHarness.Pipelines.Endpoints;

namespace EvalHarness.Runs;

/// <summary>A call that a judge made to grade one row: the judge's ledger, apart from what answers cost.</summary>
/// <param name="Judge">Its name in the experiment.</param>
public sealed record JudgeCall(string Judge, ModelCall Call);
