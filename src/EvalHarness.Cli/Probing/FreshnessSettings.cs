namespace EvalHarness.Cli.Probing;

/// <summary>A freshness probe as the command line asks for it.</summary>
/// <param name="Parent">The folder of runs.</param>
/// <param name="Folder">Where its files are written.</param>
/// <param name="Kept">Where articles are kept until they are put back, absolute.</param>
/// <param name="Command">As it was typed.</param>
internal sealed record FreshnessSettings(string Parent, string Folder, string Kept, bool AllowsPlugins, string Command);
