namespace EvalHarness.Cli.Starting;

/// <summary>A file to be written.</summary>
/// <param name="Path">Below the folder, with slashes.</param>
internal sealed record StarterFile(string Path, string Text);
