using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Production;

/// <summary>Right answers of one arm by how often the fact stood in the training data of the tuned model.</summary>
/// <param name="Times">"never", "once", "twice or more".</param>
public sealed record TaughtLine(Arm Arm, string Times, Estimate Right);
