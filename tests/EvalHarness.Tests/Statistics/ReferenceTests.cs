using System.Text.Json;
using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics;

public sealed class ReferenceTests
{
    private static readonly Dictionary<string, Func<ReferenceInput, Dictionary<string, object?>>> Kinds = new()
    {
        ["wilson_ci"] = i => Ends(Wilson.Of(i["k"] / i["n"], i["n"], i.Confidence)),
        ["clopper_pearson_ci"] = i => Ends(ClopperPearson.Of(i["k"], i["n"], i.Confidence)),
        ["mcnemar"] = i => new() { ["exact_p"] = McNemar.Exact(i.Count("b"), i.Count("c")), ["midp"] = McNemar.MidP(i.Count("b"), i.Count("c")) },
        ["tango_paired_ci"] = i => Ends(Tango.Of(i["b"], i["c"], i["a"] + i["b"] + i["c"] + i["d"], i.Confidence)),
        ["noninferiority_paired_binary"] = i => new() { ["z"] = Tango.Score(i["b"], i["c"], i["n"], -i["margin"]) },
        ["paired_t"] = PairedT,
        ["clustered_se"] = ClusteredMean,
        ["signflip_permutation_exact"] = i => Swapped(SignFlip.Of(ClusteredValues.Independent(i.Values("d")), new SeededRandom(1, "reference"))),
        ["p_adjust"] = i => new() { ["holm"] = Holm.Adjust(i.Values("p")), ["bh"] = BenjaminiHochberg.Adjust(i.Values("p")) },
        ["bootstrap_t_from_replicates"] = BootstrapT,
        ["harrell_davis"] = i => new() { ["q"] = HarrellDavis.Of(i.Ascending("x"), i["p"]), ["type7"] = Quantile.Of(i.Ascending("x"), i["p"]) },
        ["quantile_orderstat_ci"] = OrderStatistics,
        ["miller_power"] = Miller,
        ["ratio_ci"] = Ratio,
        ["agreement_two_raters"] = Agreement,
        ["krippendorff_alpha"] = i => new() { ["alpha"] = KrippendorffAlpha.Of(new RatedUnits(i.Ratings()), Enum.Parse<RatingScale>(i.Json.GetProperty("level").GetString()!, ignoreCase: true)) },
    };

    private static IEnumerable<string> KindNames => Kinds.Keys;

    [TestCaseSource(nameof(KindNames))]
    public void A_method_agrees_with_the_reference(string kind)
    {
        var cases = ReferenceFile.Cases(kind);

        Assert.That(cases, Is.Not.Empty);
        foreach (var reference in cases)
            foreach (var (name, value) in Kinds[kind](new ReferenceInput(reference.GetProperty("input"))))
                AssertAgrees(reference.GetProperty("expected").GetProperty(name), value, reference.GetProperty("tol").GetDouble(), $"{reference.GetProperty("id")} {name}");
    }

    private static void AssertAgrees(JsonElement expected, object? value, double tolerance, string what)
    {
        if (value is IReadOnlyList<double> list)
            Assert.That(list, Is.EqualTo(expected.EnumerateArray().Select(e => e.GetDouble())).Within(tolerance), what);
        else if (expected.ValueKind is JsonValueKind.Number)
            Assert.That(value, Is.EqualTo(expected.GetDouble()).Within(tolerance * Math.Max(1, Math.Abs(expected.GetDouble()))), what);
        else
            Assert.That(value, Is.Null, $"{what}: unbounded");
    }

    private static Dictionary<string, object?> Ends(Interval interval) => new() { ["lo"] = interval.Low, ["hi"] = interval.High };

    private static Dictionary<string, object?> Swapped(SignFlip test) =>
        new() { ["p_two_sided"] = test.TwoSided, ["p_greater"] = test.Greater, ["p_less"] = test.Less };

    private static Dictionary<string, object?> PairedT(ReferenceInput input)
    {
        var differences = input.Differences();
        return new(Ends(ClusteredT.Of(differences, input.Confidence)))
        {
            ["mean_diff"] = differences.Mean,
            ["se"] = differences.StandardError,
            ["p_two_sided"] = ClusteredT.P(differences),
        };
    }

    private static Dictionary<string, object?> ClusteredMean(ReferenceInput input)
    {
        var values = input.Clustered();
        return new(Ends(ClusteredT.Of(values, input.Confidence)))
        {
            ["mean"] = values.Mean,
            ["clusters"] = values.ClusterCount,
            ["se_naive"] = values.NaiveStandardError,
            ["se_corrected"] = values.StandardError,
            ["design_effect"] = EffectiveSize.DesignEffect(values),
        };
    }

    private static Dictionary<string, object?> BootstrapT(ReferenceInput input)
    {
        var replicates = input.Values("replicates").Zip(input.Values("replicate_se"), (mean, error) => (mean - input["theta_hat"]) / error);
        return Ends(new StudentizedBootstrap(input["theta_hat"], input["se_hat"], replicates).Of(input.Confidence));
    }

    private static Dictionary<string, object?> OrderStatistics(ReferenceInput input)
    {
        var values = input.Ascending("x");
        var (lower, upper) = OrderStatistic.Ranks(values.Length, input["p"], input.Confidence);
        return new(Ends(OrderStatistic.Of(values, values.Length, input["p"], input.Confidence))) { ["lower_rank"] = lower, ["upper_rank"] = upper };
    }

    private static Dictionary<string, object?> Miller(ReferenceInput input)
    {
        var variance = new PairedVariance(input["omega2"], input["sigma2_a"], input.Count("k_a"), input["sigma2_b"], input.Count("k_b"));
        var power = new Power(input["alpha"], input["power"]);
        return new() { ["mde"] = power.DetectableDifference(variance, input.Count("n")), ["n_required"] = power.SamplesNeeded(variance, input["delta"]) };
    }

    private static Dictionary<string, object?> Agreement(ReferenceInput input)
    {
        var (human, judge) = (input.Values("human"), input.Values("judge"));
        RatedUnits units = new([[.. human.Select(h => (int?)h)], [.. judge.Select(j => (int?)j)]]);
        Dictionary<string, object?> figures = new() { ["percent_agreement"] = units.Agreed, ["gwet_ac1"] = GwetAc1.Of(units) };
        if (input.Count("categories") > 2)
            return figures;
        var confusion = Confusion.Of(judge.Zip(human, (j, h) => (j == 1, h == 1)));
        return new(figures) { ["kappa"] = confusion.Kappa, ["balanced_accuracy"] = confusion.BalancedAccuracy, ["sensitivity"] = confusion.Sensitivity, ["specificity"] = confusion.Specificity };
    }

    private static Dictionary<string, object?> Ratio(ReferenceInput input)
    {
        var samples = input.Values("numerator").Zip(input.Values("denominator")).Select((s, i) => ((double?)s.First, (double?)s.Second, i));
        var moments = RatioMoments.Of([.. samples])!;
        return new(Ends(Fieller.Of(moments, input.Confidence))) { ["ratio"] = moments.Numerator / moments.Denominator };
    }
}
