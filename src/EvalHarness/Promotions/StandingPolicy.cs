namespace EvalHarness.Promotions;

/// <summary>The policy that a verdict names, as its file stands now.</summary>
/// <param name="File">Where it was looked for.</param>
/// <param name="Hash">Absent when it cannot be read.</param>
/// <param name="Missing">Why it cannot be read.</param>
public sealed record StandingPolicy(string File, string? Hash, string? Missing);
