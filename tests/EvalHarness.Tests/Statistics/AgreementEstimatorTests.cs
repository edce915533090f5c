using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class AgreementEstimatorTests
{
    private const int Groups = 120;

    private readonly List<(double Score, bool Label, int Group)> rows = Draw();

    [TestCase("balanced-accuracy")]
    [TestCase("kappa")]
    [TestCase("auc")]
    public void An_interval_is_as_wide_as_leaving_out_each_group_in_turn_says(string figure)
    {
        var all = Of(rows, figure);
        var without = Enumerable.Range(0, Groups).Select(g => Of(rows.FindAll(r => r.Group != g), figure).Value).ToList();
        var jackknife = Math.Sqrt((Groups - 1.0) / Groups * without.Sum(v => (v - without.Average()) * (v - without.Average())));

        var reach = (all.High!.Value - all.Low!.Value) / 2;

        Assert.That(reach / Probability.StudentReach(0.95, Groups - 1), Is.EqualTo(jackknife).Within(4).Percent);
    }

    [TestCase("balanced-accuracy")]
    [TestCase("kappa")]
    [TestCase("auc")]
    public void The_same_rows_twice_in_their_groups_know_no_more(string figure)
    {
        var (once, twice) = (Of(rows, figure), Of([.. rows, .. rows], figure));

        Assert.That(twice.Value, Is.EqualTo(once.Value).Within(1e-12));
        Assert.That(twice.High, Is.EqualTo(once.High).Within(1e-9));
    }

    [Test]
    public void A_rate_has_a_clustered_wilson_interval()
    {
        var rate = Estimator(rows).LabelledYes()!;

        Assert.That(rate.Method, Is.EqualTo("wilson-effective-n"));
        Assert.That(rate.Value, Is.EqualTo(rows.Average(r => r.Label ? 1.0 : 0)).Within(1e-12));
    }

    [Test]
    public void Below_six_groups_there_is_a_value_and_no_interval()
    {
        var few = Estimator(rows.FindAll(r => r.Group < 5)).Kappa()!;

        Assert.That((few.Low, few.High, few.Method), Is.EqualTo(((double?)null, (double?)null, "too-few-clusters")));
    }

    private static Estimate Of(List<(double Score, bool Label, int Group)> rows, string figure) => figure switch
    {
        "kappa" => Estimator(rows).Kappa()!,
        "auc" => Estimator(rows).RocArea(rows.ConvertAll(r => r.Score))!,
        _ => Estimator(rows).BalancedAccuracy()!,
    };

    private static AgreementEstimator Estimator(List<(double Score, bool Label, int Group)> rows) =>
        new(rows.ConvertAll(r => r.Score >= 0.5), rows.ConvertAll(r => r.Label), rows.ConvertAll(r => r.Group), 0.95);

    private static List<(double Score, bool Label, int Group)> Draw()
    {
        SeededRandom random = new(11, "agreement");
        List<(double Score, bool Label, int Group)> drawn = [];
        for (var group = 0; group < Groups; group++)
        {
            var shift = (random.NextDouble() - 0.5) * 0.6;
            for (var i = 0; i < 4; i++)
            {
                var label = random.NextDouble() < 0.6;
                drawn.Add((Math.Clamp((label ? 0.6 : 0.4) + shift + ((random.NextDouble() - 0.5) * 0.5), 0, 1), label, group));
            }
        }

        return drawn;
    }
}
