using EvalHarness.Evaluators.Retrieval;

namespace EvalHarness.Tests.Evaluators.Retrieval;

public sealed class JudgedRankingTests
{
    // Relevant at places 1 and 4 of four, a third one missed; place 3 was not judged.
    private readonly JudgedRanking ranking = new([2, 0, null, 1], [2, 1, 1, 0, 0]);

    [Test]
    public void Precision_divides_by_k_and_recall_by_what_is_relevant()
    {
        Assert.That(ranking.Precision(4), Is.EqualTo(0.5));
        Assert.That(ranking.Precision(8), Is.EqualTo(0.25));
        Assert.That(ranking.Recall(1), Is.EqualTo(1 / 3.0));
        Assert.That(ranking.RPrecision, Is.EqualTo(1 / 3.0));
    }

    [Test]
    public void Average_precision_is_the_mean_of_the_precisions_at_what_is_relevant() =>
        Assert.That(ranking.AveragePrecision(), Is.EqualTo((1 + 0.5 + 0) / 3));

    [Test]
    public void Bpref_counts_what_was_judged_irrelevant_above_what_is_relevant() =>
        Assert.That(ranking.Bpref, Is.EqualTo((1 + (1 - (1 / 2.0))) / 3));

    [Test]
    public void Bpref_of_a_ranking_without_irrelevant_judgements_is_recall() =>
        Assert.That(new JudgedRanking([null, 1], [1, 1]).Bpref, Is.EqualTo(0.5));

    [Test]
    public void The_first_relevant_place_decides_the_reciprocal_rank()
    {
        Assert.That(ranking.ReciprocalRank, Is.EqualTo(1));
        Assert.That(new JudgedRanking([0, null, 1], [1, 0]).ReciprocalRank, Is.EqualTo(1 / 3.0));
        Assert.That(new JudgedRanking([0], [1, 0]).ReciprocalRank, Is.Zero);
    }

    [Test]
    public void The_best_order_has_an_ndcg_of_one() => Assert.That(new JudgedRanking([2, 1, 0], [1, 2]).Ndcg(5), Is.EqualTo(1));

    [Test]
    public void The_gain_is_linear_and_the_discount_logarithmic() => Assert.That(new JudgedRanking([0, 1], [1]).Ndcg(5), Is.EqualTo(1 / Math.Log2(3)).Within(1e-12));

    [Test]
    public void What_stands_below_the_cut_does_not_count() => Assert.That(new JudgedRanking([0, 1], [1]).Ndcg(1), Is.Zero);
}
