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
        ["newcombe_paired_ci"] = NewcombeInterval,
        ["noninferiority_paired_binary"] = i => new() { ["z"] = Tango.Score(i["b"], i["c"], i["n"], -i["margin"]), ["p"] = NonInferiority.P(i["b"], i["c"], i["n"], i["margin"]) },
        ["tost_paired"] = Equivalent,
        ["wilcoxon_exact"] = Ranked,
        ["wilcoxon_ties"] = i => new() { ["n_nonzero"] = Wilcoxon.Of(i.Values("d"))!.N, ["w_plus"] = Wilcoxon.Of(i.Values("d"))!.RankSum, ["p_exact_conditional"] = Wilcoxon.Of(i.Values("d"))!.TwoSided },
        ["bca_from_replicates"] = i => Ends(BcaBootstrap.Of(i["theta_hat"], i.Values("replicates"), i.Values("jackknife"), i.Confidence)),
        ["bootstrap_mc_mean"] = DrawnMeans,
        ["rogan_gladen"] = Corrected,
        ["cusum"] = Sums,
        ["ewma"] = WeightedMeans,
        ["conformal_power_martingale"] = Martingale,
        ["alpha_spending"] = i => new() { ["obrien_fleming"] = AlphaSpending.OBrienFleming(i["alpha"], i["information_fraction"]), ["pocock"] = AlphaSpending.Pocock(i["alpha"], i["information_fraction"]) },
        ["e_bh"] = i => new() { ["rejections"] = EBenjaminiHochberg.Findings(i.Values("e"), i["alpha"]).Count(f => f) },
        ["mcnemar_sample_size"] = i => new() { ["n"] = new Power(i["alpha"], i["power"]).DiscordantSamplesNeeded(i["p_discordant"], i["diff"]) },
        ["rule_of_zero_failures"] = i => new() { ["upper"] = ClopperPearson.Of(0, i["n"], 1 - (2 * i["alpha"])).High },
        ["paired_t"] = PairedT,
        ["clustered_se"] = ClusteredMean,
        ["signflip_permutation_exact"] = i => Swapped(SignFlip.Of(ClusteredValues.Independent(i.Values("d")), new SeededRandom(1, "reference"))),
        ["p_adjust"] = i => new() { ["holm"] = Holm.Adjust(i.Values("p")), ["bh"] = BenjaminiHochberg.Adjust(i.Values("p")) },
        ["bootstrap_t_from_replicates"] = BootstrapT,
        ["harrell_davis"] = i => new() { ["q"] = HarrellDavis.Of(i.Ascending("x"), i["p"]), ["type7"] = Quantile.Of(i.Ascending("x"), i["p"]) },
        ["quantile_orderstat_ci"] = OrderStatistics,
        ["miller_power"] = Miller,
        ["ratio_ci"] = Ratio,
        ["pass_at_k"] = i => new() { ["pass_at_k"] = PassAtK.Once(i.Count("n"), i.Count("c"), i.Count("k")), ["pass_hat_k"] = PassAtK.EveryTime(i.Count("n"), i.Count("c"), i.Count("k")) },
        ["variance_decomposition"] = Variances,
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

    [Test]
    public void Prediction_powered_means_agree_with_the_reference()
    {
        foreach (var reference in ReferenceFile.Cases("ppi_mean"))
        {
            var input = new ReferenceInput(reference.GetProperty("input"));
            foreach (var (name, trust) in new (string, double?)[] { ("classical", 0), ("ppi", 1), ("ppipp", null) })
            {
                var expected = reference.GetProperty("expected").GetProperty(name);
                var mean = PredictionPowered.Mean(input.Values("y"), input.Values("f_labeled"), input.Values("f_unlabeled"), input.Confidence, trust);
                AssertAgrees(expected.GetProperty("mean"), mean.Value, 1e-9, name);
                AssertAgrees(expected.GetProperty("lo"), mean.Low, 1e-9, name);
                AssertAgrees(expected.GetProperty("hi"), mean.High, 1e-9, name);
            }
        }
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

    private static Dictionary<string, object?> Variances(ReferenceInput input)
    {
        double[][] scores = [.. input.Json.GetProperty("scores").EnumerateArray().Select(s => s.EnumerateArray().Select(v => v.GetDouble()).ToArray())];
        var repeats = scores[0].Length;
        var components = VarianceComponents.Of([.. scores.Select(s => s.Average())], [.. scores.Select(VarianceComponents.Of)], repeats)!;
        return new()
        {
            ["grand_mean"] = components.Mean,
            ["ms_between"] = components.MeanSquareBetween,
            ["ms_within"] = components.Within,
            ["var_within"] = components.Within,
            ["var_between"] = components.Between,
            ["icc1"] = components.IntraclassCorrelation,
            ["se_mean"] = components.StandardError(repeats),
            ["se_if_k1"] = components.StandardError(1),
            ["se_if_kinf"] = components.StandardError(double.PositiveInfinity),
            ["max_variance_reduction"] = 1 - components.IntraclassCorrelation,
        };
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

    private static Dictionary<string, object?> NewcombeInterval(ReferenceInput input)
    {
        PairedCounts counts = new(input.Count("a"), input.Count("b"), input.Count("c"), input.Count("d"));
        return new(Ends(Newcombe.Of(counts, input.Confidence))) { ["diff"] = counts.Difference, ["phi"] = Newcombe.Correlation(counts) };
    }

    private static Dictionary<string, object?> Equivalent(ReferenceInput input)
    {
        var equivalence = Equivalence.Of(input.Differences(), input["margin"])!;
        return new()
        {
            ["p_lower"] = equivalence.Lower,
            ["p_upper"] = equivalence.Upper,
            ["p_tost"] = equivalence.P,
            ["p_noninferiority"] = NonInferiority.P(input.Differences(), input["margin"]),
        };
    }

    private static Dictionary<string, object?> Ranked(ReferenceInput input)
    {
        var test = Wilcoxon.Of(input.Values("d"))!;
        return new()
        {
            ["n"] = test.N,
            ["w_plus"] = test.RankSum,
            ["p_two_sided"] = test.TwoSided,
            ["p_greater"] = test.Greater,
            ["p_less"] = test.Less,
            ["hodges_lehmann"] = Wilcoxon.HodgesLehmann(input.Values("d")),
        };
    }

    private static Dictionary<string, object?> DrawnMeans(ReferenceInput input)
    {
        var values = input.Values("d");
        SeededRandom random = new(1, "reference");
        double[] means = [.. Enumerable.Range(0, 50_000).Select(_ => Enumerable.Range(0, values.Length).Average(_ => values[random.Next(values.Length)])).Order()];
        var jackknife = values.Select(left => (values.Sum() - left) / (values.Length - 1)).ToList();
        var bca = BcaBootstrap.Of(values.Average(), means, jackknife, input.Confidence);
        return new() { ["percentile_lo"] = Quantile.Of(means, 0.025), ["percentile_hi"] = Quantile.Of(means, 0.975), ["bca_lo"] = bca.Low, ["bca_hi"] = bca.High };
    }

    private static Dictionary<string, object?> Corrected(ReferenceInput input)
    {
        RoganGladen judge = new(input["sensitivity"], input.Count("m1"), input["specificity"], input.Count("m0"));
        var rate = judge.Rate(input["p_judge"], input.Count("n"), input.Confidence)!;
        return new()
        {
            ["point_raw"] = judge.Corrected(input["p_judge"]),
            ["point"] = rate.Value,
            ["se_delta"] = judge.StandardError(input["p_judge"], input["n"]),
            ["adj_lo"] = rate.Low,
            ["adj_hi"] = rate.High,
        };
    }

    private static Dictionary<string, object?> Sums(ReferenceInput input)
    {
        List<Cusum> sums = [new(input["target"], input["sigma"], input["k"])];
        foreach (var value in input.Values("x"))
            sums.Add(sums[^1].After(value));
        sums.RemoveAt(0);
        return new()
        {
            ["upper"] = sums.Select(s => s.Upper).ToArray(),
            ["lower"] = sums.Select(s => s.Lower).ToArray(),
            ["first_alarm_index"] = sums.FindIndex(s => s.Upper > input["h"] || s.Lower > input["h"]),
        };
    }

    private static Dictionary<string, object?> WeightedMeans(ReferenceInput input)
    {
        List<Ewma> means = [new(input["target"], input["sigma"], input["lam"])];
        foreach (var value in input.Values("x"))
            means.Add(means[^1].After(value));
        means.RemoveAt(0);
        return new()
        {
            ["ewma"] = means.Select(m => m.Value).ToArray(),
            ["lcl"] = means.Select(m => m.Limits(input["L"]).Low!.Value).ToArray(),
            ["ucl"] = means.Select(m => m.Limits(input["L"]).High!.Value).ToArray(),
            ["first_alarm_index"] = means.FindIndex(m => !m.Limits(input["L"]).Contains(m.Value)),
        };
    }

    private static Dictionary<string, object?> Martingale(ReferenceInput input)
    {
        ConformalMartingale martingale = new(input["epsilon"]);
        List<double> p = [], log = [];
        foreach (var (value, tieBreak) in input.Values("x").Zip(input.Values("u")))
        {
            p.Add(martingale.Observe(value, tieBreak));
            log.Add(martingale.LogValue);
        }

        return new() { ["p"] = p, ["log_m"] = log };
    }
}
