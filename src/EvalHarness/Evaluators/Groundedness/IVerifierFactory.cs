namespace EvalHarness.Evaluators.Groundedness;

/// <summary>Builds verifiers of one kind: those that ask a model, or are loaded.</summary>
public interface IVerifierFactory
{
    /// <summary>The value of <c>verifier:</c>, or of <c>kind:</c> below it.</summary>
    string Kind { get; }

    /// <summary>Looks at the settings alone: nothing is loaded or called.</summary>
    /// <exception cref="Inputs.InputException">Something it names is missing, or cannot be used as it says.</exception>
    void Check(VerifierSource verifier);

    IClaimVerifier Build(VerifierSource verifier);
}
