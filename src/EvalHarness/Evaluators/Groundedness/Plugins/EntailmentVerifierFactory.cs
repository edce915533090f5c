using System.Text.Json;
using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Groundedness.Plugins;

/// <summary>Builds verifiers that ask an entailment model: EvalHarness.Entailment, which is loaded because ONNX Runtime is too heavy to come along.</summary>
public sealed class EntailmentVerifierFactory(PluginHost plugins) : IVerifierFactory
{
    public const string EntailmentKind = "entailment";

    private const string VerifierType = "EvalHarness.Entailment.EntailmentVerifier";

    /// <summary>Keys for the loader; the rest is the verifier's own.</summary>
    private static readonly string[] Loading = ["kind", "assembly", "timeout_seconds", "start_seconds"];

    /// <summary>Its own definition has the hashes of the files; the others change how fast it is, and no score.</summary>
    private static readonly string[] Uncounted = ["model", "tokenizer", "batch", "threads"];

    public string Kind => EntailmentKind;

    public void Check(VerifierSource verifier)
    {
        Plugin(verifier).Check();
        var problems = new ProblemList();
        foreach (var key in new[] { "model", "tokenizer" })
            if (verifier.Settings[key]?.GetValue<string>() is { } path && NamedPath.MissingFile("verifier", path, verifier.Folder, $"{key}: ") is { } missing)
                problems.Add(missing with { Mend = $"{missing.Mend} How a model is exported to ONNX with its tokenizer, docs/guides/entailment.md says." });
        problems.ThrowIfAny();
    }

    public IClaimVerifier Build(VerifierSource verifier)
    {
        Check(verifier);
        return Plugin(verifier).Build();
    }

    private VerifierPlugin Plugin(VerifierSource verifier)
    {
        var own = verifier.Settings.Where(s => !Loading.Contains(s.Key)).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone()));
        var loading = new JsonObject(verifier.Settings.Where(s => Loading.Contains(s.Key)).Select(s => KeyValuePair.Create(s.Key, s.Value?.DeepClone())))
        {
            ["type"] = VerifierType,
            ["settings"] = new JsonObject(own),
        };
        return new VerifierPlugin(plugins, verifier, loading.Deserialize<PluginVerifierSettings>(InputJson.Options)!) { AtOnce = 1, Uncounted = Uncounted };
    }
}
