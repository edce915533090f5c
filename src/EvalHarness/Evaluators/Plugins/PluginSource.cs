namespace EvalHarness.Evaluators.Plugins;

/// <summary>A class of the user's that an experiment names.</summary>
/// <param name="Where">The place in the experiment file, for messages: <c>metrics.polite</c>.</param>
/// <param name="Assembly">As the file has it.</param>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Type">With its namespace.</param>
public sealed record PluginSource(string Where, string Assembly, string Folder, string Type)
{
    /// <summary>The assembly, absolute.</summary>
    public string File => Path.GetFullPath(Assembly, Folder);
}
