using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Reports.Html.Rows;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Reports.Html.Rows;

public sealed class RowMarkTests
{
    private static readonly Metric Correctness = new("answer-correctness", Unit.Ratio, Direction.Higher, "1");
    private static readonly Metric Unsupported = new("unsupported-answer", Unit.YesNo, Direction.Lower, "1");

    [TestCase(1.0, ExpectedResult = "R")]
    [TestCase(0.5, ExpectedResult = "R")]
    [TestCase(0.49, ExpectedResult = "W")]
    public string An_answer_is_right_from_half(double correctness) => Mark(Row(Correctness.Scored(correctness)));

    [Test]
    public void A_right_answer_with_an_unsupported_claim_says_both() =>
        Assert.That(Mark(Row(Correctness.Scored(1), Unsupported.Scored(true))), Is.EqualTo("Ru"));

    [Test]
    public void A_failed_pipeline_is_neither_right_nor_wrong() =>
        Assert.That(Mark(new ResultRow("rag", 0, Some.Sample(), Some.Trace(null), Scores())), Is.EqualTo("F"));

    [Test]
    public void An_answer_without_a_score_is_not_taken_for_wrong() =>
        Assert.That(Mark(Row(Correctness.NotScored("the judge's reply did not parse"))), Is.EqualTo("N"));

    [TestCase(false, ExpectedResult = "D")]
    [TestCase(true, ExpectedResult = "R")]
    public string Declining_is_right_only_where_there_is_no_answer(bool unanswerable) =>
        Mark(new ResultRow("rag", 0, Some.Sample() with { Unanswerable = unanswerable }, Some.Trace(Some.Answer("I do not know.")), Scores()));

    [Test]
    public void Answering_the_unanswerable_is_wrong_whatever_the_score_says() =>
        Assert.That(Mark(new ResultRow("rag", 0, Some.Sample() with { Unanswerable = true }, Some.Trace(Some.Answer()), Scores(Correctness.Scored(1)))), Is.EqualTo("W"));

    private static ResultRow Row(params Score[] scores) => new("rag", 0, Some.Sample(), Some.Trace(Some.Answer()), Scores(scores));

    private static Dictionary<string, Score> Scores(params Score[] scores) => scores.ToDictionary(s => s.Metric);

    private static string Mark(ResultRow row) =>
        RowMark.Of(row, new AnswerReader(new AnswerContract { Abstention = ["I do not know"] }), "answer-correctness");
}
