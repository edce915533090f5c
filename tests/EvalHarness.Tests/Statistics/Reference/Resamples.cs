using EvalHarness.Statistics;

namespace EvalHarness.Tests.Statistics.Reference;

/// <summary>Intervals from draws.</summary>
internal static class Resamples
{
    private const int Draws = 50_000;

    /// <summary>Each of n values n times, with replacement: all nⁿ draws that there are.</summary>
    public static Figures OfAll(ReferenceInput input)
    {
        var values = input.Values("x");
        IEnumerable<double> sums = [0];
        sums = values.Aggregate(sums, (partial, _) => partial.SelectMany(_ => values, (sum, value) => sum + value));
        double[] means = [.. sums.Select(s => s / values.Length)];
        var interval = PercentileBootstrap.Of(means, input.Confidence);
        return new() { ["percentile_lo"] = interval.Low, ["percentile_hi"] = interval.High, ["boot_se"] = PercentileBootstrap.StandardError(means) };
    }

    public static Figures OfSome(ReferenceInput input)
    {
        var values = input.Values("d");
        SeededRandom random = new(1, "reference");
        double[] means = [.. Enumerable.Range(0, Draws).Select(_ => Enumerable.Range(0, values.Length).Average(_ => values[random.Next(values.Length)]))];
        var jackknife = values.Select(left => (values.Sum() - left) / (values.Length - 1)).ToList();
        var (percentile, bca) = (PercentileBootstrap.Of(means, input.Confidence), BcaBootstrap.Of(values.Average(), means, jackknife, input.Confidence));
        return new() { ["percentile_lo"] = percentile.Low, ["percentile_hi"] = percentile.High, ["bca_lo"] = bca.Low, ["bca_hi"] = bca.High };
    }

    public static Figures OfBca(ReferenceInput input) =>
        Figures.Ends(BcaBootstrap.Of(input["theta_hat"], input.Values("replicates"), input.Values("jackknife"), input.Confidence));

    public static Figures OfStudentized(ReferenceInput input)
    {
        var replicates = input.Values("replicates").Zip(input.Values("replicate_se"), (mean, error) => (mean - input["theta_hat"]) / error);
        return Figures.Ends(new StudentizedBootstrap(input["theta_hat"], input["se_hat"], replicates).Of(input.Confidence));
    }
}
