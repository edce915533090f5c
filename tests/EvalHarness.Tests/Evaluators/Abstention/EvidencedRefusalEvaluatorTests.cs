using EvalHarness.Datasets;
using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Abstention;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Abstention;

public sealed class EvidencedRefusalEvaluatorTests
{
    private static readonly Corpus Corpus = new("now", "hash", [new Document("a", "", null, "first fact. second fact.")]);
    private static readonly Sample Sample = Some.Sample() with { Evidence = [new GoldEvidence("a", "first fact"), new GoldEvidence("a", "second fact")] };

    private static readonly Passage First = new("a#0", "a", "", "", new TextSpan(0, 11), 1);
    private static readonly Passage Second = new("a#1", "a", "", "", new TextSpan(12, 24), 1);

    // with evidence, without
    [Test]
    public async Task With_all_of_the_evidence_a_refusal_is_the_models() => Assert.That(await Values("I don't know.", First, Second), Is.EqualTo(new double?[] { 1, null }));

    [Test]
    public async Task With_a_part_of_the_evidence_it_is_not() => Assert.That(await Values("I don't know.", First), Is.EqualTo(new double?[] { null, 1 }));

    [Test]
    public async Task An_answer_refuses_nothing()
    {
        Assert.That(await Values("30 minutes", First, Second), Is.EqualTo(new double?[] { 0, null }));
        Assert.That(await Values("30 minutes"), Is.EqualTo(new double?[] { null, 0 }));
    }

    [Test]
    public async Task Candidates_that_were_given_count_where_passages_are_not_told()
    {
        Candidate[] candidates = [Candidate(0, given: true), Candidate(12, given: false)];

        Assert.That((await Evaluate(Sample, Some.Answer("I don't know.") with { Candidates = candidates })).Select(s => s.Value), Is.EqualTo(new double?[] { null, 1 }));
    }

    [Test]
    public async Task It_is_not_applicable_without_retrieval_evidence_answer_or_label()
    {
        var retrieved = Some.Answer() with { Passages = [First] };

        Assert.That(await Outcomes(Sample, Some.Answer()), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That(await Outcomes(Sample with { Evidence = [] }, retrieved), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That(await Outcomes(Sample with { Unanswerable = true }, retrieved), Is.All.EqualTo(Outcome.NotApplicable));
        Assert.That(await Outcomes(Sample with { Unlabelled = true }, retrieved), Is.All.EqualTo(Outcome.NotApplicable));
    }

    [Test]
    public async Task A_failed_trace_fails_both() => Assert.That(await Outcomes(Sample, null), Is.All.EqualTo(Outcome.Failed));

    private static Candidate Candidate(int start, bool given) => new($"a#{start}", "a", new TextSpan(start, start + 11), 1, 1, 1, new Dictionary<string, double>(), [], given);

    private static async Task<IEnumerable<double?>> Values(string answer, params Passage[] passages) =>
        (await Evaluate(Sample, Some.Answer(answer) with { Passages = passages })).Select(s => s.Value);

    private static async Task<IEnumerable<Outcome>> Outcomes(Sample sample, Answer? answer) => (await Evaluate(sample, answer)).Select(s => s.Outcome);

    private static ValueTask<IReadOnlyList<Score>> Evaluate(Sample sample, Answer? answer) =>
        new EvidencedRefusalEvaluator(new AnswerReader(new AnswerContract()), Corpus).EvaluateAsync(sample, Some.Trace(answer), default);
}
