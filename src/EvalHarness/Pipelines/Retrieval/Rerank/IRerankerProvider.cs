using EvalHarness.Inputs;

namespace EvalHarness.Pipelines.Retrieval.Rerank;

/// <summary>Gives access to re-rank endpoints.</summary>
public interface IRerankerProvider
{
    /// <summary>What is wrong with the options, and how to mend it; absent when nothing is. Nothing is called.</summary>
    InputProblem? Check(RerankerSource source, string where);

    IReranker Connect(RerankerSource source);
}
