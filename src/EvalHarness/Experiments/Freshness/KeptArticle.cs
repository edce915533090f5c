namespace EvalHarness.Experiments.Freshness;

/// <summary>An article that a probe changed.</summary>
/// <param name="File">Where it is served, absolute.</param>
/// <param name="Copy">What stood there before, absolute; absent when nothing did.</param>
internal sealed record KeptArticle(string File, string? Copy);
