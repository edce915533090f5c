using System.Text.Json;
using EvalHarness.Evaluators.Plugins;
using EvalHarness.Inputs;

namespace EvalHarness.Evaluators.Groundedness.Plugins;

/// <summary>Builds verifiers that are a class of the user's: an <see cref="IClaimVerifier"/> in an assembly that the experiment names.</summary>
public sealed class ClassVerifierFactory(PluginHost plugins) : IVerifierFactory
{
    public const string ClassKind = "class";

    public string Kind => ClassKind;

    public void Check(VerifierSource verifier) => Plugin(verifier).Check();

    public IClaimVerifier Build(VerifierSource verifier) => Plugin(verifier).Build();

    private VerifierPlugin Plugin(VerifierSource verifier) => new(plugins, verifier, verifier.Settings.Deserialize<PluginVerifierSettings>(InputJson.Options)!);
}
