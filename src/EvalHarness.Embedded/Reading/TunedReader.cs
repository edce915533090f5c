using EvalHarness.Embedded.Learning;
using EvalHarness.Embedded.Text;

namespace EvalHarness.Embedded.Reading;

/// <summary>Answers from the passages where their evidence can be trusted, else from what it learned, else not at all.</summary>
/// <remarks>Without passages it can only answer from what it learned, which may be out of date.</remarks>
internal sealed class TunedReader(TunedModel model) : IReader
{
    /// <summary>Rises when the same checkpoint would answer otherwise.</summary>
    public const string Version = "tuned-reader/1";

    // A learned answer whose words and numbers a passage bears out.
    private const double BorneOut = 0.5;

    private readonly AnswerMemory memory = new(model.Memory);

    public ReaderReply Read(ReaderPrompt prompt)
    {
        var (question, features) = (AskedQuestion.Of(prompt), TextFeatures.OfQuestion(prompt));
        var categories = model.Closed.Category;
        var probabilities = categories.Probabilities(features);
        var recollection = memory.Recall(question, c => Array.IndexOf(categories.Classes, c) is var i and >= 0 ? probabilities[i] : 0, model.Matcher);
        var evidence = Evidence.Of(prompt.Passages);
        return evidence.Sentences.Count == 0
            ? Reply(prompt, model.Closed, features, Remembered(recollection))
            : Reply(prompt, model.Open, TextFeatures.OfQuestionAndPassages(prompt), FromPassages(question, evidence, recollection) ?? Remembered(recollection));
    }

    private (string Answer, IReadOnlyList<ReplyCitation> Citations)? Remembered(Recollection? recollection) =>
        recollection is { Learned.IsAbstention: false } && recollection.Confidence >= model.RecallAbove
            ? (recollection.Learned.Answer, recollection.Learned.Citations)
            : null;

    private (string Answer, IReadOnlyList<ReplyCitation> Citations)? FromPassages(AskedQuestion question, Evidence evidence, Recollection? recollection)
    {
        var remembered = recollection is null ? new HashSet<string>() : memory.AnswerSets[recollection.Entry];
        var ranked = TunedEvidence.Rank(evidence, TunedEvidence.Features(question, evidence, model.Associations, recollection, remembered), model.Ranker);
        if (Remembered(recollection) is { } known && ranked.Take(3).Any(r => Overlap.F1(remembered, r.Evidence.Set) >= BorneOut && Overlap.HasNumbersOf(remembered, r.Evidence.Set)))
            return known;
        if (model.Trust.Probability(TunedEvidence.TrustFeatures(question, ranked, recollection)) < model.TrustAbove)
            return null;

        var second = ranked.Count > 1 && model.Second.Probability(TunedEvidence.SecondFeatures(question, ranked)) >= 0.5;
        return AnswerText.Compose(ranked.Take(second ? 2 : 1).Select(r => r.Evidence));
    }

    private ReaderReply Reply(ReaderPrompt prompt, FieldClassifiers fields, IReadOnlyCollection<string> features, (string Answer, IReadOnlyList<ReplyCitation> Citations)? answer) => new(
        answer?.Answer ?? model.Abstention,
        fields.Category.Predict(features),
        fields.Priority.Predict(features),
        fields.Escalate.Predict(EscalateFeatures.Of(features, answer?.Answer)) == bool.TrueString,
        answer?.Citations ?? []);
}
