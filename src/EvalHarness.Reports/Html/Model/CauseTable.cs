using EvalHarness.Diagnosis;
using EvalHarness.Reports.Wording;

namespace EvalHarness.Reports.Html.Model;

/// <summary>Why answers went wrong: a table of causes by pipeline.</summary>
/// <param name="Sentences">One per pipeline.</param>
/// <param name="Causes">In their order; a row of the page names its cause by the place here.</param>
public sealed record CauseTable(IReadOnlyList<string> Sentences, IReadOnlyList<CauseEntry> Causes)
{
    internal static CauseTable Of(RunReport report)
    {
        var byPipeline = report.Pipelines.Select(p => report.Causes.Where(c => c.Pipeline == p).ToList()).ToList();
        return new(
            [.. byPipeline.Where(c => c.Count > 0).Select(CauseWords.Sentence)],
            [.. Enum.GetValues<Cause>().Select(cause => new CauseEntry(CauseWords.Of(cause), CauseWords.Meaning(cause), [.. byPipeline.Select(c => c.Find(s => s.Cause == cause)).Select(CauseCell.Of)]))]);
    }
}
