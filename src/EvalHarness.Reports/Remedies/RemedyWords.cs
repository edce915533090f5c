using EvalHarness.Experiments.Remedies;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Remedies;

/// <summary>What follows from remedies, and what does not.</summary>
public static class RemedyWords
{
    public static IEnumerable<string> All(RemedyResult result)
    {
        if (result.Tried.Count == 0)
            yield return "Nothing was tried.";
        foreach (var best in result.Tried.Where(t => t.Repaired.Changed > t.Repaired.AskedAgain).GroupBy(t => (t.Pipeline, t.Fault)).Select(g => g.MaxBy(t => t.Repaired.Changed)!))
            yield return Best(best);
        foreach (var (pipeline, fault) in result.Tried.Select(t => (t.Pipeline, t.Fault)).Distinct().Where(k => result.Tried.Where(t => (t.Pipeline, t.Fault) == k).All(t => t.Repaired.Changed <= t.Repaired.AskedAgain)))
            yield return $"{pipeline}, {fault}: nothing that was tried repairs more than asking again does.";
        if (result.Tried.Count > 0)
            yield return "These rows were chosen because they failed, so some come right by chance: \"when asked again\" counts those that the pipeline as it is got right when it was asked once more. A reply that comes from the response cache cannot change; --no-cache asks anew.";
        if (result.Tried.Count > 0)
            yield return $"The rows are of split {result.Dataset.Split}: a remedy that is chosen by them is to be confirmed on others.";
    }

    private static string Best(RemedyTried tried) =>
        $"{tried.Pipeline}, {tried.Fault}: {tried.Remedy} ({tried.Change}) repaired most, {Figure.Count(tried.Repaired.Changed)} of {Figure.Count(tried.Repaired.Judged)}, and broke {Figure.Count(tried.Broken.Changed)} of {Figure.Count(tried.Broken.Judged)} that had passed.";
}
