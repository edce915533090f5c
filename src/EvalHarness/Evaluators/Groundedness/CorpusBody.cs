using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The whole dated corpus, searched for each claim.</summary>
public sealed class CorpusBody(Corpus corpus) : IEvidenceBody
{
    private readonly AnswerEvidence evidence = AnswerEvidence.Of(new CorpusEvidence(corpus));

    public string Name => "corpus";

    public string Definition { get; } = $"corpus={ContentHash.Short(ContentHash.Of(corpus.Hash))}";

    public bool IsForEveryAnswer => true;

    public AnswerEvidence For(Sample sample, Answer answer) => evidence;
}
