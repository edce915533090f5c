namespace EvalHarness.Drafting;

/// <summary>Whether two answers say the same.</summary>
internal sealed record AgreementReply(string Reason, bool Same);
