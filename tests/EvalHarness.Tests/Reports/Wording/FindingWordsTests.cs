using EvalHarness.Reports.Wording;

namespace EvalHarness.Tests.Reports.Wording;

public sealed class FindingWordsTests
{
    [Test]
    public void No_difference_says_what_the_rows_could_have_shown() =>
        Assert.That(FindingWords.Of(SomeComparison.Of(-0.02, 0.03)), Is.EqualTo("no difference shown; these rows would show 5.0 points, the one seen needs about 1,374 rows"));

    [Test]
    public void Too_few_rows_are_counted_with_their_clusters() =>
        Assert.That(FindingWords.Of(SomeComparison.TooFew()), Is.EqualTo("not enough rows (12 in 3 clusters)"));

    [Test]
    public void Rows_that_never_meet_cannot_be_compared() =>
        Assert.That(FindingWords.Of(SomeComparison.TooFew(n: 0)), Is.EqualTo("nothing to compare: no row has a value for both"));

    [Test]
    public void Rows_that_all_agree_prove_nothing() =>
        Assert.That(FindingWords.Of(SomeComparison.Of(-0.01, 0.01, wins: 0, losses: 0)), Does.StartWith("no difference shown: not one row differs"));

    [Test]
    public void A_finding_of_a_slice_says_that_it_is_not_adjusted() =>
        Assert.That(FindingWords.Of(SomeComparison.Of(0.01, 0.09, adjusted: null)), Is.EqualTo("better, not adjusted for the number of comparisons"));

    [Test]
    public void Numbers_carry_sign_interval_and_n() =>
        Assert.That(FindingWords.Numbers(SomeComparison.Of(-0.09, -0.01)), Is.EqualTo("−5.0 points [−9.0, −1.0], n = 416"));
}
