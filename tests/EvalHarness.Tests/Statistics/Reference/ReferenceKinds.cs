namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>From the kind of a reference case to the calculation that should agree with it.</summary>
internal static class ReferenceKinds
{
    public static IReadOnlyDictionary<string, Func<ReferenceInput, Figures>> Calculations { get; } = new Dictionary<string, Func<ReferenceInput, Figures>>
    {
        ["wilson_ci"] = Intervals.OfWilson,
        ["clopper_pearson_ci"] = Intervals.OfClopperPearson,
        ["rule_of_zero_failures"] = Intervals.OfNoFailure,
        ["paired_t"] = Intervals.OfPairedT,
        ["clustered_se"] = Intervals.OfClusteredMean,
        ["beta_credible_interval"] = Beliefs.OfRate,
        ["jeffreys_interval"] = Beliefs.OfJeffreys,
        ["posterior_prob_above"] = Beliefs.Above,
        ["bayes_paired_prob_better"] = Beliefs.OfBeingBetter,
        ["mcnemar"] = PairedTests.OfMcNemar,
        ["tango_paired_ci"] = PairedTests.OfTango,
        ["newcombe_paired_ci"] = PairedTests.OfNewcombe,
        ["noninferiority_paired_binary"] = PairedTests.OfNonInferiority,
        ["tost_paired"] = PairedTests.OfEquivalence,
        ["wilcoxon_exact"] = RankTests.OfRanks,
        ["wilcoxon_ties"] = RankTests.OfTiedRanks,
        ["signflip_permutation_exact"] = RankTests.OfSwaps,
        ["p_adjust"] = Adjustments.OfP,
        ["e_bh"] = Adjustments.OfE,
        ["miller_power"] = Powers.OfMiller,
        ["paired_t_power"] = Powers.OfPairedT,
        ["mcnemar_sample_size"] = Powers.OfMcNemar,
        ["agreement_two_raters"] = Agreements.OfTwoRaters,
        ["krippendorff_alpha"] = Agreements.OfKrippendorff,
        ["fleiss_kappa"] = Agreements.OfFleiss,
        ["rogan_gladen"] = Corrections.OfRoganGladen,
        ["ppi_mean"] = Corrections.OfPredictionPowered,
        ["bootstrap_exhaustive_mean"] = Resamples.OfAll,
        ["bootstrap_mc_mean"] = Resamples.OfSome,
        ["bca_from_replicates"] = Resamples.OfBca,
        ["bootstrap_t_from_replicates"] = Resamples.OfStudentized,
        ["harrell_davis"] = Quantiles.OfHarrellDavis,
        ["quantile_orderstat_ci"] = Quantiles.OfOrderStatistics,
        ["pass_at_k"] = Repeats.OfPasses,
        ["variance_decomposition"] = Repeats.OfVariances,
        ["cusum"] = Sequences.OfSums,
        ["ewma"] = Sequences.OfWeightedMeans,
        ["conformal_power_martingale"] = Sequences.OfMartingale,
        ["mcnemar_evalue"] = Sequences.OfWinsAndLosses,
        ["msprt_normal"] = Sequences.OfMean,
        ["empirical_bernstein_cs"] = Sequences.OfEmpiricalBernstein,
        ["alpha_spending"] = Sequences.OfAlpha,
        ["ratio_ci"] = Costs.OfRatio,
        ["break_even"] = Costs.OfBreakEven,
    };

    /// <summary>Kinds that nothing here calculates, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Exempt { get; } = new Dictionary<string, string>();
}
