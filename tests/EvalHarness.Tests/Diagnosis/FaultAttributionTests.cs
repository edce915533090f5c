using System.Text.Json.Nodes;
using EvalHarness.Diagnosis;
using EvalHarness.Metrics;

namespace EvalHarness.Tests.Diagnosis;

public sealed class FaultAttributionTests
{
    private static readonly Metric Success = new("success", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Declined = new("abstention-correct", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Refusal = new("over-refusal", Unit.YesNo, Direction.Lower, "1");
    private static readonly Metric Correct = new("answer-correctness", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Recall = new("retrieval-recall@5", Unit.Ratio, Direction.Higher, "1");
    private static readonly Metric Passages = new("groundedness-passages", Unit.Ratio, Direction.Higher, "1");
    private static readonly Metric Corpus = new("groundedness-corpus", Unit.Ratio, Direction.Higher, "1");
    private static readonly Metric Strict = new("format-strict", Unit.YesNo, Direction.Higher, "1");
    private static readonly Metric Schema = new("format-schema", Unit.YesNo, Direction.Higher, "1");

    private static readonly Score[] Wrong = [Success.Scored(true), Refusal.Scored(false), Correct.Scored(false)];
    private static readonly Score[] Right = [Success.Scored(true), Refusal.Scored(false), Correct.Scored(true)];
    private static readonly Score[] Refused = [Success.Scored(true), Refusal.Scored(true), Correct.Scored(false, "the answer abstains")];

    private static readonly Score Given = Spans((Rank: 1, Given: true), (Rank: 4, Given: true));
    private static readonly Score Below = Spans((Rank: 1, Given: true), (Rank: 9, Given: false));
    private static readonly Score Missed = Spans((Rank: 9, Given: false), (Rank: null, Given: false));

    [Test]
    public void A_right_answer_has_no_cause() => Assert.That(Of(Right, Given, Passages.Scored(1, null, Claims(true)), Strict.Scored(true)), Is.Null);

    [Test]
    public void A_right_answer_with_an_unsupported_claim_has_none_either() => Assert.That(Of(Right, Given, Passages.Scored(0, null, Claims(false))), Is.Null);

    [Test]
    public void A_question_rightly_declined_has_no_cause() => Assert.That(Of([Success.Scored(true), Declined.Scored(true), Correct.NotApplicable("unanswerable")]), Is.Null);

    [Test]
    public void Without_an_answer_it_is_the_pipelines_error() =>
        Assert.That(Of([Success.Scored(false, "timeout"), Refusal.Failed("timeout"), Correct.Failed("timeout"), Recall.Failed("timeout")]), Is.EqualTo(Cause.PipelineError));

    [Test]
    public void Where_success_is_unknown_any_failed_score_tells() => Assert.That(Of([Success.NotScored("unread"), Correct.Failed("timeout")]), Is.EqualTo(Cause.PipelineError));

    [Test]
    public void A_metric_that_fails_of_itself_is_not_the_pipelines_error() => Assert.That(Of(Right, new Metric("my-own", Unit.YesNo, Direction.Higher, "1").Failed("exit code 1")), Is.Null);

    [Test]
    public void An_unlabelled_row_without_an_answer_is_one_too() => Assert.That(Of([Success.Scored(false, "timeout"), Correct.NotApplicable("unlabelled")]), Is.EqualTo(Cause.PipelineError));

    [Test]
    public void An_answer_to_what_has_none_answers_the_unanswerable() =>
        Assert.That(Of([Success.Scored(true), Declined.Scored(false), Correct.NotApplicable("unanswerable"), Passages.Scored(0, null, Claims(false))]), Is.EqualTo(Cause.AnsweredUnanswerable));

    [Test]
    public void Evidence_among_no_candidates_was_missed() => Assert.That(Of(Wrong, Missed, Passages.Scored(0, null, Claims(false))), Is.EqualTo(Cause.RetrieverMissed));

    [Test]
    public void Evidence_among_the_candidates_and_not_given_was_ranked_too_low() => Assert.That(Of(Wrong, Below, Passages.Scored(0, null, Claims(false))), Is.EqualTo(Cause.RankedBelowCut));

    [Test]
    public void Who_declines_with_the_evidence_at_hand_refuses_too_much() => Assert.That(Of(Refused, Given), Is.EqualTo(Cause.OverRefused));

    [Test]
    public void Who_declines_without_retrieving_refuses_too_much() => Assert.That(Of(Refused, Recall.NotApplicable("the pipeline does not retrieve")), Is.EqualTo(Cause.OverRefused));

    [Test]
    public void Who_declines_without_the_evidence_is_not_to_blame()
    {
        Assert.That(Of(Refused, Missed), Is.EqualTo(Cause.RetrieverMissed));
        Assert.That(Of(Refused, Below), Is.EqualTo(Cause.RankedBelowCut));
    }

    [Test]
    public void A_claim_that_its_passages_speak_against_is_contradicted() =>
        Assert.That(Of(Wrong, Given, Passages.Scored(0.3, null, Claims(true, false, null)), Corpus.Scored(1, null, Claims(true))), Is.EqualTo(Cause.Contradicted));

    [Test]
    public void A_claim_that_its_passages_do_not_make_is_unsupported() => Assert.That(Of(Wrong, Given, Passages.Scored(0.5, null, Claims(true, false))), Is.EqualTo(Cause.Unsupported));

    [Test]
    public void A_wrong_answer_from_the_passages_left_the_evidence_unused() => Assert.That(Of(Wrong, Given, Passages.Scored(1, null, Claims(true, true))), Is.EqualTo(Cause.EvidenceUnused));

    [Test]
    public void A_wrong_answer_that_claims_nothing_left_the_evidence_unused() => Assert.That(Of(Wrong, Given, Passages.NotApplicable("the answer claims nothing")), Is.EqualTo(Cause.EvidenceUnused));

    [TestCase(false, Cause.Unsupported)]
    [TestCase(null, Cause.Contradicted)]
    [TestCase(true, Cause.Unattributed)]
    public void Without_retrieval_claims_are_held_against_the_corpus_and_retrieval_has_no_part(bool? claim, Cause expected)
    {
        Score[] without = [Recall.NotApplicable("the pipeline does not retrieve"), Passages.NotApplicable("the pipeline does not retrieve"), Corpus.Scored(0.5, null, Claims(true, claim))];

        Assert.That(Of(Wrong, without), Is.EqualTo(expected));
    }

    [Test]
    public void Without_named_evidence_nobody_knows_whether_it_was_missed() =>
        Assert.That(Of(Wrong, Recall.NotApplicable("the sample names no evidence"), Passages.Scored(1, null, Claims(true))), Is.EqualTo(Cause.Unattributed));

    [Test]
    public void Evidence_that_is_not_in_the_corpus_blames_nobody() => Assert.That(Of(Wrong, Recall.NotScored("1 gold quotes are not in corpus 'now'")), Is.EqualTo(Cause.Unattributed));

    [TestCase("""[{"rank": 1}]""")]
    [TestCase("""[1]""")]
    [TestCase("""{"given": true}""")]
    [TestCase("[]")]
    public void A_detail_of_another_shape_says_nothing(string detail) => Assert.That(Of(Wrong, Recall.Scored(0, null, JsonNode.Parse(detail))), Is.EqualTo(Cause.Unattributed));

    [Test]
    public void A_right_answer_in_the_wrong_form_fails_by_its_form_alone()
    {
        Assert.That(Of(Right, Strict.Scored(false), Schema.Scored(true)), Is.EqualTo(Cause.FormatOnly));
        Assert.That(Of(Right, Strict.Scored(true), Schema.Scored(false)), Is.EqualTo(Cause.FormatOnly));
        Assert.That(Of([Success.Scored(true), Correct.NotApplicable("unlabelled"), Strict.Scored(false)]), Is.EqualTo(Cause.FormatOnly));
    }

    [Test]
    public void A_wrong_answer_in_the_wrong_form_is_first_of_all_wrong() => Assert.That(Of(Wrong, Missed, Strict.Scored(false)), Is.EqualTo(Cause.RetrieverMissed));

    [Test]
    public void Where_any_text_will_do_no_form_is_wrong() => Assert.That(Of(Right, Strict.NotApplicable("any text will do"), Schema.NotApplicable("no schema")), Is.Null);

    [Test]
    public void What_should_have_been_judged_and_was_not_is_unattributed()
    {
        Assert.That(Of([Success.Scored(true), Correct.NotScored("the judge's reply did not parse")]), Is.EqualTo(Cause.Unattributed));
        Assert.That(Of([Success.NotScored("a text pattern ran into its time limit")]), Is.EqualTo(Cause.Unattributed));
        Assert.That(Of(Right, Strict.NotScored("a text pattern ran into its time limit")), Is.EqualTo(Cause.Unattributed));
        Assert.That(Of([]), Is.EqualTo(Cause.Unattributed));
    }

    [Test]
    public void An_unlabelled_row_that_is_answered_in_form_has_no_cause() =>
        Assert.That(Of([Success.Scored(true), Refusal.NotApplicable("unlabelled"), Correct.NotApplicable("unlabelled"), Passages.Scored(0, null, Claims(false))]), Is.Null);

    private static Cause? Of(Score[] scores, params Score[] more) => FaultAttribution.Of(scores.Concat(more).ToDictionary(s => s.Metric));

    private static Score Spans(params (int? Rank, bool Given)[] spans) =>
        Recall.Scored(0.5, null, new JsonArray([.. spans.Select(s => new JsonObject { ["document"] = "a", ["rank"] = s.Rank, ["given"] = s.Given })]));

    /// <param name="supported">Nothing stands for a claim that the evidence contradicts.</param>
    private static JsonArray Claims(params bool?[] supported) =>
        new([.. supported.Select(s => new JsonObject { ["claim"] = "a claim", ["supported"] = s ?? false, ["contradicted"] = s is null })]);
}
