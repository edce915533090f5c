using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>What an answer's claims are held against. Each body has a metric of its own; they are never mixed in one comparison.</summary>
public interface IEvidenceBody
{
    /// <summary>The end of the metric's id: <c>corpus</c>.</summary>
    string Name { get; }

    /// <summary>What verdicts depend on besides the verifier, sample and trace; empty for nothing.</summary>
    string Definition { get; }

    /// <summary>It is there for every answer of every pipeline, so that <c>unsupported-answer</c> can be told by it.</summary>
    bool IsForEveryAnswer { get; }

    AnswerEvidence For(Sample sample, Answer answer);
}
