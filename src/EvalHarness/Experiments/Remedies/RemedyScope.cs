namespace EvalHarness.Experiments.Remedies;

/// <summary>What is tried, of all that could be.</summary>
/// <param name="Pipelines">By name, in their order.</param>
/// <param name="Faults">Those that remedies are tried for.</param>
/// <param name="Controls">Rows that passed, per remedy; as many as failed when absent.</param>
/// <param name="MostRows">Failed rows per fault; all of them when absent.</param>
public sealed record RemedyScope(IReadOnlyList<string> Pipelines, IReadOnlyList<Fault> Faults, int? Controls = null, int? MostRows = null);
