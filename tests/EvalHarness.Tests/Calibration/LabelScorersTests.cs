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

    [Test]
    public void A_row_without_gold_answers_is_not_scored()
    {
        LabelledRow row = new() { Id = "1", Group = "g", Source = "s", Answer = "a", Labels = [true] };

        Assert.That(LabelScorers.All.Where(s => s.Evaluator == "answer-correctness").Select(s => s.JudgeAsync(row, default).AsTask().Result), Is.All.Null);
    }

    [TestCase("answer-corectness", "local", "--evaluator: 'answer-corectness' cannot be measured")]
    [TestCase("answer-correctness", "judge", "--verifier: answer-correctness has no verifier 'judge'")]
    public void What_there_is_not_is_told_with_what_there_is(string evaluator, string verifier, string message) =>
        Assert.That(() => LabelScorers.Named(evaluator, verifier), Throws.TypeOf<InputException>().With.Message.Contains(message).And.Message.Contains("Choose one of"));
}
