using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;

namespace EvalHarness.Evaluators.Groundedness;

/// <summary>The sample's gold evidence alone: quotes, or whole documents. True extra detail counts against an answer here, so it stands beside the other bodies.</summary>
/// <param name="corpus">Where quotes stand and whole documents are read; absent when an experiment has none, and then quotes alone can be read.</param>
public sealed class GoldBody(Corpus? corpus) : IEvidenceBody
{
    public string Name => "gold";

    public string Definition { get; } = corpus is null ? "" : $"corpus={ContentHash.Short(ContentHash.Of(corpus.Hash))}";

    public bool IsForEveryAnswer => false;

    public AnswerEvidence For(Sample sample, Answer answer)
    {
        if (sample.Evidence.Count == 0)
            return AnswerEvidence.NotApplicable("the sample names no evidence");
        var texts = sample.Evidence.Select(gold => GoldTexts.Of(gold, corpus)).ToList();
        return texts.Count(t => t.Count == 0) is var missing and > 0
            ? AnswerEvidence.NotScored($"{missing} of {texts.Count} pieces of gold evidence are not in {(corpus is null ? "the sample, and the experiment has no corpus" : $"corpus '{corpus.Name}'")}")
            : AnswerEvidence.Of(new TextEvidence([.. texts.SelectMany(t => t)]));
    }
}
