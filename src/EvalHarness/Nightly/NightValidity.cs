using EvalHarness.Metrics;
using EvalHarness.Runs;

namespace EvalHarness.Nightly;

/// <summary>Whether a night may say anything; before any statistics.</summary>
public static class NightValidity
{
    // More stale gold than this is a dataset to be mended, not a night to be judged.
    private const double StaleCap = 0.1;

    /// <returns>Why it is invalid, and the mend; absent when it is not.</returns>
    public static string? Fault(NightInput night)
    {
        if (night.Manifest.Stops?.FirstOrDefault(s => s.Cause == StopCause.Endpoint) is { } stop)
            return $"Outage: {stop.Message}";
        if (Anchors(night) is { } drift)
            return drift;
        if (night.Scores is not { } scores)
            return "Outage: no answer came at all.";
        if (night.GoldStale.Count > StaleCap * night.Manifest.Dataset.Samples)
            return FormattableString.Invariant($"{night.GoldStale.Count} of {night.Manifest.Dataset.Samples} samples are gold-stale, at most {100 * StaleCap:0} % may be: mend their evidence in the dataset.");
        return Sides(night).Select(side => ErrorFault(night, side) ?? CoverageFault(night, side)).FirstOrDefault(f => f is not null)
            ?? night.Policy.Metrics.Where(m => IsMissing(scores, m.Metric)).Select(m => $"The run has no metric '{m.Metric}', which the policy watches: name one that it has.").FirstOrDefault();
    }

    /// <summary>Why a scorer's word is worth nothing tonight, whatever production answers.</summary>
    public static string? Anchors(NightInput night) => night.Anchors.Select(a => a.Fault(night.Policy.CoverageFloor)).FirstOrDefault(f => f is not null);

    private static IEnumerable<string> Sides(NightInput night) => night.Champion is { } champion ? [night.Candidate.Pipeline, champion.Pipeline] : [night.Candidate.Pipeline];

    private static bool IsMissing(Comparisons.ScoreTable scores, string metric) => scores.Metrics.All(m => m.Id != WatchedFigure.Id(metric));

    private static string? ErrorFault(NightInput night, string side)
    {
        var column = night.Scores!.Column(side, "success");
        if (column is null)
            return $"Outage: '{side}' gave no answer.";
        var samples = night.Scores.Slices[0].Samples;
        var (rows, failed) = (0, 0);
        foreach (var sample in samples)
            for (var repeat = 0; repeat < column.Repeats; repeat++)
                if (column.OutcomeOf(sample, repeat) is { } outcome)
                    (rows, failed) = (rows + 1, failed + (outcome != Outcome.Scored || column.ValueOf(sample, repeat) == 0 ? 1 : 0));
        return failed > night.Policy.ErrorBudget * rows
            ? FormattableString.Invariant($"Outage: {failed} of {rows} answers of '{side}' failed, the budget is {100 * night.Policy.ErrorBudget:0.##} %. See the errors in samples.csv.")
            : null;
    }

    private static string? CoverageFault(NightInput night, string side)
    {
        foreach (var rule in night.Policy.Metrics)
            if (night.Scores!.Column(side, WatchedFigure.Id(rule.Metric))?.Counts(night.Scores.Slices[0].Samples) is { Applicable: > 0 } counts && counts.Scored < night.Policy.CoverageFloor * counts.Applicable)
                return FormattableString.Invariant($"{rule.Metric} of '{side}' has a score on {counts.Scored} of {counts.Applicable} rows, the floor is {100 * night.Policy.CoverageFloor:0.##} %. See why rows are not scored in samples.csv.");
        return null;
    }
}
