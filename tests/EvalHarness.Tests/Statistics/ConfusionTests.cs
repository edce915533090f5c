using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class ConfusionTests
{
    [Test]
    public void Kappa_is_what_the_textbook_says()
    {
        // Fifty grant proposals, two readers: 20 both yes, 15 both no, 5 and 10 apart.
        Confusion readers = new(20, 5, 10, 15);

        Assert.That(readers.Kappa, Is.EqualTo(0.4).Within(1e-12));
        Assert.That(readers.BalancedAccuracy, Is.EqualTo((20 / 30.0 + 15 / 20.0) / 2).Within(1e-12));
    }

    [Test]
    public void Rows_fall_into_four_cells() =>
        Assert.That(Confusion.Of([(true, true), (true, false), (true, false), (false, true), (false, false)]), Is.EqualTo(new Confusion(1, 2, 1, 1)));

    [Test]
    public void What_no_row_bears_is_absent()
    {
        Confusion allYes = new(3, 0, 0, 0);

        Assert.That((allYes.Kappa, allYes.Specificity, allYes.BalancedAccuracy), Is.EqualTo(((double?)null, (double?)null, (double?)null)));
        Assert.That(allYes.Sensitivity, Is.EqualTo(1));
        Assert.That(default(Confusion).Kappa, Is.Null);
    }

    [Test]
    public void Kappa_is_absent_where_all_labels_are_alike_whatever_is_said()
    {
        Assert.That(new Confusion(3, 0, 2, 0).Kappa, Is.Null);
        Assert.That(new Confusion(0, 2, 0, 3).Kappa, Is.Null);
        Assert.That(new Confusion(3, 2, 0, 0).Kappa, Is.Zero, "saying yes always is what chance says");
    }
}
