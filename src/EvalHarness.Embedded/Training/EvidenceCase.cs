using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Reading;

namespace EvalHarness.Embedded.Training;

/// <summary>A training question with the sentences of its passages.</summary>
/// <param name="Labels">By sentence: whether it answers.</param>
/// <param name="HasAnswer">The example does not abstain.</param>
/// <param name="Memory">What came to mind when its own example was left out.</param>
internal sealed record EvidenceCase(AskedQuestion Question, Evidence Evidence, float[][] Features, bool[] Labels, Recollection? Memory, bool HasAnswer)
{
    public bool IsAnswer(EvidenceSentence sentence) => Evidence.Sentences.Index().Any(s => Labels[s.Index] && ReferenceEquals(s.Item, sentence));
}
