using EvalHarness.Calibration;
using EvalHarness.Cli.Terminal;
using EvalHarness.Experiments;
using EvalHarness.Inputs;

namespace EvalHarness.Cli.Commands;

/// <summary>Measures the verifier that an experiment describes: one that asks a model, or is loaded.</summary>
internal sealed class ExperimentVerifier : IDisposable
{
    /// <summary>The values of <c>--verifier</c> that mean it.</summary>
    public static readonly IReadOnlyList<string> Names = ["experiment", "entailment"];

    private readonly Composition composition;

    /// <exception cref="InputException">Something else than groundedness is to be measured, no experiment is named, or its verifier cannot be built.</exception>
    public ExperimentVerifier(string evaluator, string? experiment, bool allowsPlugins, TimeProvider time, TerminalOutput terminal)
    {
        if (evaluator != LabelScorers.Groundedness)
            throw new InputException(new InputProblem("--verifier", $"{evaluator} has no verifier that an experiment describes", $"It measures --evaluator {LabelScorers.Groundedness}."));
        if (experiment is null)
            throw new InputException(new InputProblem("--verifier", "no experiment is named", "Add --experiment with the file whose verifier: is measured."));
        composition = new Composition(new CompositionOptions(ExperimentReader.Read(experiment), "reports", allowsPlugins, time, terminal.Note));
        Scorer = composition.VerifierScorer();
    }

    public ILabelScorer Scorer { get; }

    public void Dispose() => composition.Dispose();
}
