using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Simulation;

/// <summary>What became of the histories of one change.</summary>
/// <param name="False">Histories with an alarm that should not be: before the change, or at all where it is permitted.</param>
/// <param name="Found">Histories in which a forbidden change was found.</param>
/// <param name="MedianDelay">Nights from the change to the alarm, its own night counted; absent where fewer than half found it, or it is permitted.</param>
public sealed record SimulationLine(SimulatedChange Change, int Histories, int False, int Found, int? MedianDelay)
{
    public double FalseRate => (double)False / Histories;

    public double FoundRate => (double)Found / Histories;

    /// <summary>Monte-Carlo error of <see cref="FalseRate"/>: Clopper–Pearson, 95 %.</summary>
    public Interval FalseInterval => ClopperPearson.Of(False, Histories, 0.95);
}
