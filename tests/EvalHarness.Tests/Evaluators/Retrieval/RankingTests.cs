using EvalHarness.Datasets;
using EvalHarness.Evaluators.Retrieval;
using EvalHarness.Pipelines;

namespace EvalHarness.Tests.Evaluators.Retrieval;

public sealed class RankingTests
{
    private static readonly Corpus Corpus = new("now", "hash", [new Document("a", "", null, "one two"), new Document("b", "", null, "three")]);

    [Test]
    public void Candidates_stand_in_their_rank_after_reranking() =>
        Assert.That(Documents(Some.Answer() with { Candidates = [Candidate("a", 2, 1), Candidate("b", 1, 2)] }), Is.EqualTo(new[] { "b", "a" }));

    [Test]
    public void Ties_break_by_score_and_then_by_document_backwards() =>
        Assert.That(Documents(Some.Answer() with { Candidates = [Candidate("a", 1, 5), Candidate("c", 1, 7), Candidate("b", 1, 5)] }), Is.EqualTo(new[] { "c", "b", "a" }));

    [Test]
    public void Without_candidates_the_passages_stand_by_score() =>
        Assert.That(Documents(Some.Answer() with { Passages = [Passage("a", 1), Passage("b", 2), Passage("c", 2)] }), Is.EqualTo(new[] { "c", "b", "a" }));

    [Test]
    public void Passages_without_scores_keep_their_order() =>
        Assert.That(Documents(Some.Answer() with { Passages = [Passage("a", 0), Passage("b", 0)] }), Is.EqualTo(new[] { "a", "b" }));

    [Test]
    public void A_passage_without_a_place_is_looked_up() =>
        Assert.That(Ranking.Of(Some.Answer() with { Passages = [new Passage("p", "a", "", "two", null, 1)] }, Corpus)!.Single().Span, Is.EqualTo(new TextSpan(4, 7)));

    [Test]
    public void A_candidate_without_a_place_takes_that_of_its_passage() =>
        Assert.That(Ranking.Of(Some.Answer() with { Passages = [new Passage("a", "a", "", "two", null, 1)], Candidates = [Candidate("a", 1, 1)] }, Corpus)!.Single().Span, Is.EqualTo(new TextSpan(4, 7)));

    [Test]
    public void A_pipeline_that_does_not_retrieve_has_none() => Assert.That(Ranking.Of(Some.Answer(), Corpus), Is.Null);

    private static IEnumerable<string> Documents(Answer answer) => Ranking.Of(answer, Corpus)!.Select(r => r.Document);

    private static Candidate Candidate(string document, int rank, double score) => new(document, document, null, rank, rank, score, new Dictionary<string, double>(), [], true);

    private static Passage Passage(string document, double score) => new(document, document, "", "", new TextSpan(0, 1), score);
}
