namespace EvalHarness.Datasets;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
public sealed record Message(string Role, string Content);
