using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators;

/// <summary>Reads replies as the contract has them.</summary>
public sealed class AnswerReader(AnswerContract contract)
{
    public Reply Read(Answer answer) => throw new NotSupportedException($"{contract} {answer}");
}
