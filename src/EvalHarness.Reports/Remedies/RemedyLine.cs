using EvalHarness.Experiments.Remedies;

namespace EvalHarness.Reports.Remedies;

/// <summary>A line of remedy.csv: a remedy that was tried on a fault, or one that could not be.</summary>
internal sealed record RemedyLine(string Pipeline, string Remedy, string Fault, long Rows, RemedyTried? Tried, UntriedRemedy? Untried)
{
    public static IEnumerable<RemedyLine> All(RemedyResult result) =>
    [
        .. result.Tried.Select(t => new RemedyLine(t.Pipeline, t.Remedy, t.Fault, t.Rows, t, null)),
        .. result.Untried.Select(u => new RemedyLine(u.Pipeline, u.Remedy, string.Join(' ', u.Faults), u.Rows, null, u)),
    ];
}
