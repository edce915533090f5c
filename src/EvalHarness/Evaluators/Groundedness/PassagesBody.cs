using EvalHarness.Datasets;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The passages that the pipeline was given: faithfulness proper, and nothing to say of a pipeline that does not retrieve.</summary>
public sealed class PassagesBody : IEvidenceBody
{
    public string Name => "passages";

    public string Definition => "";

    public bool IsForEveryAnswer => false;

    public AnswerEvidence For(Sample sample, Answer answer) =>
        answer.Passages is { } passages ? AnswerEvidence.Of(new PassageEvidence(passages)) : AnswerEvidence.NotApplicable("the pipeline does not retrieve");
}
