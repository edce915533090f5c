using EvalHarness.Calibration;
using EvalHarness.Inputs;

namespace EvalHarness.Tests.Calibration;

public sealed class LabelScorersTests
{
    [TestCase("local", "It takes half an hour.", true)]
    [TestCase("local", "I don't know.", false)]
    [TestCase("token-recall", "It takes half an hour.", false)]
    [TestCase("token-recall", "It takes 30 minutes, they say.", true)]
    [TestCase("token-f1", "It takes 30 minutes, or so they say.", false)]
    [TestCase("token-f1", "30 minutes.", true)]
    [TestCase("exact-match", "30 Minutes.", true)]
    [TestCase("exact-match", "some 30 minutes", false)]
    public async Task A_scorer_judges_as_its_name_says(string verifier, string answer, bool verdict)
    {
        LabelledRow row = new() { Id = "1", Group = "g", Source = "s", Question = "How long does it take?", References = ["30 minutes"], Answer = answer, Labels = [true] };

        var judged = await LabelScorers.Named("answer-correctness", verifier).JudgeAsync(row, default);

        Assert.That(judged!.Value.Verdict, Is.EqualTo(verdict));
        Assert.That(judged.Value.Score, Is.InRange(0, 1));
    }

    [TestCase("local", "A reset link is valid for 60 minutes.", true)]
    [TestCase("local", "A reset link is valid for 60 minutes. Refunds reach your bank within a week.", false)]
    [TestCase("local", "Hello!", true)]
    [TestCase("word-overlap", "A link is valid for 60 minutes.", true)]
    [TestCase("word-overlap", "Refunds reach your bank within a week.", false)]
    [TestCase("answer-length", "Whatever you say.", true)]
    public async Task An_answer_is_grounded_when_every_claim_is(string verifier, string answer, bool verdict)
    {
        LabelledRow row = new() { Id = "1", Group = "g", Source = "s", Question = "How long is a reset link valid?", Context = "A reset link is valid for 60 minutes. Ask for a new one after that.", Answer = answer, Labels = [true] };

        var judged = await LabelScorers.Named("groundedness", verifier).JudgeAsync(row, default);

        Assert.That(judged!.Value.Verdict, Is.EqualTo(verdict), judged.Value.Reason);
        Assert.That(judged.Value.Score, Is.InRange(0, 1));
    }

    [TestCase("answer-correctness")]
    [TestCase("groundedness")]
    public void A_row_without_gold_answer_or_context_is_not_scored(string evaluator)
    {
        LabelledRow row = new() { Id = "1", Group = "g", Source = "s", Answer = "a", Labels = [true] };

        Assert.That(LabelScorers.All.Where(s => s.Evaluator == evaluator).Select(s => s.JudgeAsync(row, default).AsTask().Result), Is.Not.Empty.And.All.Null);
    }

    [TestCase("answer-corectness", "local", "--evaluator: 'answer-corectness' cannot be measured")]
    [TestCase("answer-correctness", "judge", "--verifier: answer-correctness has no verifier 'judge'")]
    public void What_there_is_not_is_told_with_what_there_is(string evaluator, string verifier, string message) =>
        Assert.That(() => LabelScorers.Named(evaluator, verifier), Throws.TypeOf<InputException>().With.Message.Contains(message).And.Message.Contains("Choose one of"));
}
