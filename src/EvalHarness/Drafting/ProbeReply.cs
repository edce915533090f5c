namespace EvalHarness.Drafting;

/// <summary>A model's answer to a drafted question, or that it has none.</summary>
internal sealed record ProbeReply(bool Known, string Answer);
