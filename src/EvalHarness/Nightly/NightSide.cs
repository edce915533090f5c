namespace EvalHarness.Nightly;

/// <summary>One of the two pipelines of a night.</summary>
/// <param name="Pipeline">Its name in the experiment.</param>
/// <param name="Identity">Everything that can change its answers, in one hash.</param>
public sealed record NightSide(string Pipeline, string Identity);
