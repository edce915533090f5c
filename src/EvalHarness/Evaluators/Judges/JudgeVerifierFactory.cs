using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Builds <c>verifier: { kind: judge, judge: name }</c>; with one judge in the experiment its name may be left out.</summary>
public sealed class JudgeVerifierFactory(JudgeSet judges) : IVerifierFactory
{
    public string Kind => JudgeVerifier.Kind;

    public void Check(VerifierSource verifier) => judges.Named(Name(verifier), "verifier");

    public IClaimVerifier Build(VerifierSource verifier) => new JudgeVerifier(judges.Named(Name(verifier), "verifier"));

    private string Name(VerifierSource verifier) => (string?)verifier.Settings["judge"] ?? judges.OnlyName("verifier");
}
