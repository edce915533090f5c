using EvalHarness.Comparisons;
using EvalHarness.Statistics;

namespace EvalHarness.Decisions.Studies;

/// <summary>One pipeline under one load: questions arrive on a schedule, whatever is still in flight, so waiting counts (open loop).</summary>
/// <param name="RatePerSecond">Questions begun a second.</param>
/// <param name="P95">The 95th percentile of the time from a question's arrival to its answer, in milliseconds; absent where none was answered.</param>
/// <param name="Failed">Questions without an answer: errors and timeouts.</param>
/// <param name="Badge">Of the times under this load.</param>
/// <remarks>Source: Schroeder, Wierman, Harchol-Balter 2006, Open Versus Closed: A Cautionary Tale.</remarks>
public sealed record LoadLine(string Pipeline, double RatePerSecond, Estimate? P95, int Failed, int N, Badge Badge)
{
    /// <summary>Whether the objective is kept, as the interval shows it; absent where these rows do not decide.</summary>
    public bool? Keeps(double objectiveMs) => Failed > 0 ? false : P95 switch
    {
        { High: { } high } when high <= objectiveMs => true,
        { Low: { } low } when low > objectiveMs => false,
        _ => null,
    };
}
