using EvalHarness.Datasets;
using EvalHarness.Pipelines.Retrieval;

namespace EvalHarness.Drafting;

/// <summary>What drafts are made from.</summary>
/// <param name="Plan">Of the corpus.</param>
/// <param name="Search">Finds passages of the corpus for a question.</param>
public sealed record DraftingInputs(Corpus Corpus, DraftPlan Plan, DraftPrompts Prompts, IRetriever Search)
{
    /// <summary>The earlier snapshot; absent where there is none.</summary>
    public Corpus? Previous { get; init; }

    /// <summary>Gold that there is: nothing like it is drafted.</summary>
    public IReadOnlyList<Sample> Gold { get; init; } = [];
}
