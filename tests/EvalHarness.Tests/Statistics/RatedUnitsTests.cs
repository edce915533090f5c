using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class RatedUnitsTests
{
    // Four units: yes/yes, yes/no, no/no, and one that the second rater left out.
    private static readonly RatedUnits Units = new([[1, 1, 0, 1], [1, 0, 0, null]]);

    [Test]
    public void A_unit_with_one_rating_is_in_no_agreement() => Assert.That(Units.Agreed, Is.EqualTo(2 / 3.0).Within(1e-12));

    [Test]
    public void Gwets_ac1_takes_chance_from_the_mean_share_of_each_category()
    {
        // The share of yes is (1 + 1/2 + 0 + 1) / 4 = 5/8, chance 2 · 5/8 · 3/8 = 15/32, so (2/3 − 15/32) / (17/32) = 19/51.
        Assert.That(GwetAc1.Of(Units), Is.EqualTo(19 / 51.0).Within(1e-12));
    }

    [Test]
    public void Gwets_ac1_holds_up_where_every_label_is_the_same()
    {
        Assert.That(GwetAc1.Of(new RatedUnits([[1, 1, 1], [1, 1, 1]])), Is.EqualTo(1));
        Assert.That(GwetAc1.Of(new RatedUnits([[1, 1], [null, null]])), Is.Null);
    }

    [Test]
    public void Krippendorffs_alpha_is_one_less_observed_by_expected_disagreement()
    {
        // Pairs of three units: yes 3, no 3; observed 2 of unlike labels, expected 2 · 3 · 3 / 5 = 18/5.
        Assert.That(KrippendorffAlpha.Of(Units, RatingScale.Nominal), Is.EqualTo(1 - (2 / (18 / 5.0))).Within(1e-12));
    }

    [Test]
    public void Krippendorffs_alpha_is_absent_where_nothing_varies() =>
        Assert.That(KrippendorffAlpha.Of(new RatedUnits([[1, 1, 0], [1, 1, null]]), RatingScale.Nominal), Is.Null);

    [Test]
    public void A_scale_of_ranks_forgives_neighbours()
    {
        RatedUnits near = new([[1, 2, 3, 4, 1], [1, 2, 3, 3, 2]]);

        Assert.That(KrippendorffAlpha.Of(near, RatingScale.Ordinal), Is.GreaterThan(KrippendorffAlpha.Of(near, RatingScale.Nominal)!.Value));
        Assert.That(KrippendorffAlpha.Of(near, RatingScale.Interval), Is.GreaterThan(KrippendorffAlpha.Of(near, RatingScale.Nominal)!.Value));
    }

    [Test]
    public void No_raters_agree_on_nothing() => Assert.That((new RatedUnits([]).Agreed, GwetAc1.Of(new RatedUnits([[]]))), Is.EqualTo(((double?)null, (double?)null)));
}
