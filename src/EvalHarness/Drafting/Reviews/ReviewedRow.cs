namespace EvalHarness.Drafting.Reviews;

/// <summary>A decision as a file that somebody handed in has it; texts are empty where nothing was written.</summary>
/// <param name="Where">For a message.</param>
/// <param name="Decision"><c>accept</c>, <c>reject</c>, or empty: still open.</param>
public sealed record ReviewedRow(string Where, string Id, string Decision, string Reason, string Question, string Answer);
