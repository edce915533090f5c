using EvalHarness.Diagnosis;
using EvalHarness.Evaluators;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Diagnosis;

public sealed class RepeatedAnswersTests
{
    private static readonly Metric Correct = new("answer-correctness", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Strict = new("format-strict", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Schema = new("format-schema", Unit.YesNo, Direction.Higher, "1");

    [Test]
    public void A_repeat_without_a_value_counts_as_wrong()
    {
        var repeats = Of(Row("a", Correct.Scored(true)), Row(null, Correct.Failed("timeout")), Row("b", Correct.NotScored("unread")));

        Assert.That(repeats.Correctness(), Is.EqualTo(new[] { 1.0, 0, 0 }));
        Assert.That(repeats.Right(), Is.EqualTo(1));
        Assert.That(repeats.WithoutCorrectness(Correct), Is.Null);
    }

    [Test]
    public void A_sample_of_which_no_repeat_has_a_value_ends_as_its_worst_repeat()
    {
        Assert.That(Of(Row(null, Correct.Failed("timeout")), Row("b", Correct.NotScored("unread"))).WithoutCorrectness(Strict), Is.EqualTo(Strict.Failed("timeout")));
        Assert.That(Of(Row("a", Correct.NotApplicable("unlabelled")), Row("b", Correct.NotApplicable("unlabelled"))).WithoutCorrectness(Strict)!.Outcome, Is.EqualTo(Outcome.NotApplicable));
        Assert.That(Of(Row("a"), Row(null)).WithoutCorrectness(Strict)!.Outcome, Is.EqualTo(Outcome.Failed));
    }

    [Test]
    public void Answers_agree_when_each_says_what_the_other_says()
    {
        Assert.That(Agreement("30 minutes", "A reset link is valid for 30 minutes.", "half an hour"), Is.EqualTo(1));
        Assert.That(Agreement("30 minutes", "30 minutes", "60 minutes"), Is.EqualTo(1 / 3.0).Within(1e-12));
        Assert.That(Agreement("30 minutes", "60 minutes"), Is.Zero);
    }

    [Test]
    public void Declining_agrees_with_declining_alone()
    {
        Assert.That(Agreement("I don't know.", "We are unable to answer this."), Is.EqualTo(1));
        Assert.That(Agreement("I don't know.", "30 minutes"), Is.Zero);
    }

    [Test]
    public void A_repeat_that_failed_is_like_no_other()
    {
        Assert.That(Agreement("30 minutes", null, null), Is.Zero);
        Assert.That(Of(Row(null), Row(null)).AnswerAgreement().Outcome, Is.EqualTo(Outcome.Failed));
    }

    [Test]
    public void A_form_that_is_always_missed_in_the_same_way_agrees()
    {
        var same = Of(Row("a", Strict.Scored(false), Schema.Scored(false)), Row("b", Strict.Scored(false), Schema.Scored(false)));
        var mixed = Of(Row("a", Strict.Scored(false), Schema.Scored(true)), Row("b", Strict.Scored(true), Schema.Scored(true)), Row("c", Strict.Scored(true), Schema.Scored(true)));

        Assert.That(same.FormatAgreement().Value, Is.EqualTo(1));
        Assert.That(mixed.FormatAgreement().Value, Is.EqualTo(1 / 3.0).Within(1e-12));
    }

    [Test]
    public void Forms_agree_only_where_there_are_any()
    {
        Assert.That(Of(Row("a", Strict.NotApplicable("any text will do")), Row(null, Strict.Failed("timeout"))).FormatAgreement().Outcome, Is.EqualTo(Outcome.NotApplicable));
        Assert.That(Of(Row(null, Strict.Failed("timeout")), Row(null, Strict.Failed("timeout"))).FormatAgreement().Outcome, Is.EqualTo(Outcome.Failed));
        Assert.That(Of(Row("a", Strict.Scored(true)), Row(null, Strict.Failed("timeout"))).FormatAgreement().Value, Is.Zero);
    }

    [Test]
    public void A_repeat_that_lacks_the_value_of_a_form_is_like_no_other()
    {
        var lacking = Row("a", Schema.Scored(true));

        Assert.That(Of(Row("a", Strict.Scored(true), Schema.Scored(true)), lacking, Row("a", Strict.Scored(true), Schema.Scored(true))).FormatAgreement().Value, Is.EqualTo(1 / 3.0).Within(1e-12));
        Assert.That(Of(Row("a", Strict.Scored(true)), Row("a"), Row("a", Strict.Scored(true))).FormatAgreement().Value, Is.EqualTo(1 / 3.0).Within(1e-12));
    }

    private static double? Agreement(params string?[] answers) => Of([.. answers.Select(a => Row(a))]).AnswerAgreement().Value;

    private static RepeatedAnswers Of(params ResultRow[] rows)
    {
        var reader = new AnswerReader(new AnswerContract());
        return new RepeatedAnswers(new Consistency(rows.Length, Correct, reader.Definition), reader, rows);
    }

    private static ResultRow Row(string? text, params Score[] scores) =>
        new("rag", 0, Some.Sample(), Some.Trace(text is null ? null : Some.Answer(text)), scores.ToDictionary(s => s.Metric));
}
