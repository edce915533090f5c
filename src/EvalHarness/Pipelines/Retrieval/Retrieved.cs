namespace EvalHarness.Pipelines.Retrieval;

/// <param name="Passages">What the model is given, best first.</param>
/// <param name="Candidates">What was considered, at most fifty, by rank after re-ranking.</param>
public sealed record Retrieved(IReadOnlyList<Passage> Passages, IReadOnlyList<Candidate> Candidates);
