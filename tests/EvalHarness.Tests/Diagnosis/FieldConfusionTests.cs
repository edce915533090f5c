using EvalHarness.Diagnosis;

namespace EvalHarness.Tests.Diagnosis;

public sealed class FieldConfusionTests
{
    [Test]
    public void Precision_recall_and_F1_are_those_of_each_value()
    {
        var low = Three().Classes.Single(c => c.Value == "low");

        Assert.That((low.Precision, low.Recall, low.F1), Is.EqualTo((2.0 / 3, 2.0 / 2, 2.0 * 2 / 5)));
    }

    [Test]
    public void Macro_F1_weighs_every_expected_value_the_same() => Assert.That(Three().MacroF1, Is.EqualTo((0.8 + 0.5 + 0) / 3).Within(1e-12));

    [Test]
    public void A_missing_field_counts_against_recall_and_not_against_precision()
    {
        var overall = Three().Overall;

        Assert.That((overall.Expected, overall.Given, overall.Right), Is.EqualTo((6, 5, 3)));
    }

    [Test]
    public void What_is_taken_away_leaves_no_trace()
    {
        var confusion = Three();
        confusion.Add(Three(), -1);

        Assert.That(confusion.Cells, Is.Empty);
        Assert.That(confusion.MacroF1, Is.Null);
    }

    // high was taken once for low and once for a value that is never expected; urgent was not given at all.
    private static FieldConfusion Three()
    {
        FieldConfusion confusion = new();
        confusion.Add("low", "low", 2);
        confusion.Add("high", "high");
        confusion.Add("high", "low");
        confusion.Add("high", "other");
        confusion.Add("urgent", FieldConfusion.Nothing);
        return confusion;
    }
}
