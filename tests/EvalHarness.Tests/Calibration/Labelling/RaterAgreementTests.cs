using EvalHarness.Calibration.Labelling;

namespace EvalHarness.Tests.Calibration.Labelling;

public sealed class RaterAgreementTests
{
    private static readonly LabelKey Key = SomeLabels.Key(8);

    [Test]
    public void Two_raters_are_compared_on_rows_that_both_decided()
    {
        // Of the seven rows that both decided, six alike: a 2 × 2 table of 3, 1, 0 and 3.
        var agreement = RaterAgreement.Of(Key, [Rater("anna", "yyyynnn?"), Rater("ben", "yyynnnny")]);

        var pair = agreement.Pairs.Single();
        Assert.That((pair.First, pair.Second, pair.N), Is.EqualTo(("anna", "ben", 7)));
        Assert.That(pair.Agreed, Is.EqualTo(6 / 7.0).Within(1e-12));
        // By chance: 4/7 · 3/7 + 3/7 · 4/7 = 24/49, so (42 − 24) / (49 − 24).
        Assert.That(pair.Kappa!.Value, Is.EqualTo(18 / 25.0).Within(1e-12));
        Assert.That(pair.Kappa.Low, Is.LessThan(pair.Kappa.Value));
    }

    [Test]
    public void Three_raters_are_three_pairs_and_one_alpha()
    {
        var agreement = RaterAgreement.Of(Key, [Rater("a", "yyyynnnn"), Rater("b", "yyyynnnn"), Rater("c", "yyyynnnn")]);

        Assert.That(agreement.Pairs, Has.Count.EqualTo(3));
        Assert.That((agreement.Alpha, agreement.Ac1, agreement.Agreed), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public void Of_one_rater_nothing_is_said()
    {
        var agreement = RaterAgreement.Of(Key, [Rater("a", "yyyynnnn")]);

        Assert.That((agreement.Pairs.Count, agreement.Agreed, agreement.Alpha), Is.EqualTo((0, (double?)null, (double?)null)));
    }

    private static Rater Rater(string name, string labels) =>
        new(name, labels.Index().ToDictionary(l => $"c{l.Index + 1}", l => l.Item switch { 'y' => true, 'n' => (bool?)false, _ => null }));
}
