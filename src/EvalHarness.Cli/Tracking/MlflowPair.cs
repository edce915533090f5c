namespace EvalHarness.Cli.Tracking;

/// <summary>A parameter or a tag.</summary>
internal sealed record MlflowPair(string Key, string Value);
