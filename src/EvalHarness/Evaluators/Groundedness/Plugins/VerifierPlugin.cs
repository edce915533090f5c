using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Groundedness.Plugins;

/// <summary>A verifier that is loaded: checked without loading it, and called within its time limit.</summary>
internal sealed class VerifierPlugin(PluginHost plugins, VerifierSource verifier, PluginVerifierSettings settings)
{
    private readonly PluginSource plugin = new("verifier", settings.Assembly, verifier.Folder, settings.Type);

    /// <summary>Answers in work at once; 1 for a verifier that uses all cores for one.</summary>
    public int AtOnce { get; init; } = Environment.ProcessorCount;

    /// <summary>Settings that change how fast it is, or that its own definition tells by their content: no part of this one.</summary>
    public IReadOnlyList<string> Uncounted { get; init; } = [];

    public void Check() => plugins.Check(plugin);

    /// <summary>Its definition has the hash of its code and settings.</summary>
    public IClaimVerifier Build()
    {
        var own = plugins.Create<IClaimVerifier>(plugin, TimeSpan.FromSeconds(settings.StartSeconds), verifier with { Settings = settings.Settings });
        var patience = TimeSpan.FromSeconds(settings.TimeoutSeconds);
        var said = plugins.Ask(plugin, patience, () => own.Definition);
        var identity = FormattableString.Invariant($"plugin={ContentHash.Short(PluginFolder.Hash(plugin.File))} settings={ContentHash.Short(ContentHash.Of(settings.Type, Counted()))} timeout={settings.TimeoutSeconds}");
        return plugins.Keep(new PluginVerifier(own, $"{said} {identity}", new PluginCalls(patience, plugins.Time), AtOnce));
    }

    private string Counted() => new JsonObject(settings.Settings.Where(s => !Uncounted.Contains(s.Key)).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone()))).ToJsonString();
}
