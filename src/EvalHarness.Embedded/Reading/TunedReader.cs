using EvalHarness.Embedded.Learning;

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
        var question = AskedQuestion.Of(prompt);
        var recollection = memory.Recall(question, model.Fields.Category.Likelihood(TextFeatures.Subject(prompt.Question)), model.Matcher);
        var evidence = Evidence.Of(prompt.Passages);
        var answer = evidence.Sentences.Count == 0
            ? Remembered(recollection)
            : FromPassages(question, evidence, recollection) ?? Remembered(recollection);
        return new ReaderReply(
            answer?.Answer ?? model.Abstention,
            model.Fields.CategoryOf(prompt),
            model.Fields.PriorityOf(prompt),
            model.Fields.IsToEscalate(prompt, answer?.Answer),
            answer?.Citations ?? []);
    }

    private (string Answer, IReadOnlyList<ReplyCitation> Citations)? Remembered(Recollection? recollection) =>
        recollection is not null && recollection.Confidence >= model.RecallAbove
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
}
