using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Groundedness;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Groundedness;

public sealed class PassagesBodyTests
{
    private static readonly Passage Passage = new("p#1", "password-reset", "Reset a password", "A reset link is valid for 30 minutes.", new TextSpan(100, 137), 1);

    [Test]
    public async Task What_the_passages_say_is_grounded()
    {
        var score = await Evaluate(Some.Answer() with { Passages = [Passage] });

        Assert.That(score.Value, Is.EqualTo(1));
        Assert.That((int)score.Detail![0]!["start"]!, Is.EqualTo(100));
    }

    [Test]
    public async Task Of_a_passage_whose_place_is_unknown_the_words_are_told()
    {
        var score = await Evaluate(Some.Answer() with { Passages = [Passage with { Span = null }] });

        Assert.That(score.Detail![0]!["start"], Is.Null);
        Assert.That((string?)score.Detail![0]!["quote"], Does.StartWith("A reset link is valid"));
    }

    [Test]
    public async Task With_no_passage_found_nothing_is_grounded() => Assert.That((await Evaluate(Some.Answer() with { Passages = [] })).Value, Is.Zero);

    [Test]
    public async Task Without_retrieval_it_is_not_applicable() => Assert.That((await Evaluate(Some.Answer())).Outcome, Is.EqualTo(Outcome.NotApplicable));

    [Test]
    public async Task An_abstention_is_not_applicable() => Assert.That((await Evaluate(Some.Answer("I don't know.") with { Passages = [Passage] })).Outcome, Is.EqualTo(Outcome.NotApplicable));

    [TestCase("## Refunds take 90 days", 0)]
    [TestCase("Sources: refund policy, warranty", 0)]
    [TestCase("# A reset link is valid for 30 minutes", 1)]
    public async Task What_stands_alone_is_read_like_a_claim(string answer, double value) => Assert.That((await Evaluate(Some.Answer(answer) with { Passages = [Passage] })).Value, Is.EqualTo(value));

    [Test]
    public async Task A_greeting_claims_nothing()
    {
        var score = await Evaluate(Some.Answer("Hello! What can I do for you?") with { Passages = [Passage] });

        Assert.That((score.Outcome, score.Reason), Is.EqualTo((Outcome.NotApplicable, "the answer claims nothing")));
    }

    [Test]
    public async Task A_failed_trace_fails() => Assert.That((await Evaluate(null)).Outcome, Is.EqualTo(Outcome.Failed));

    private static async Task<Score> Evaluate(Answer? answer) =>
        (await new GroundednessEvaluator(new PassagesBody(), new LocalVerifier(), new AnswerReader(new AnswerContract())).EvaluateAsync(Some.Sample(), Some.Trace(answer), default)).Single();
}
