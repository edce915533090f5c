namespace EvalHarness.Nightly.Simulation;

/// <summary>How often the watch cries wolf, and how soon it finds what it must: the real detectors on made-up nights.</summary>
public sealed class NightlySimulation(SimulationSettings settings)
{
    /// <summary>The night on which the change happens.</summary>
    public const int OnsetNight = SimulatedHistory.Onset;

    public IReadOnlyList<SimulationLine> Run(CancellationToken cancellationToken) => [.. SimulatedChange.Of(settings).Select(change => Run(change, cancellationToken))];

    public SimulationLine Run(SimulatedChange change, CancellationToken cancellationToken)
    {
        var alarms = new int?[settings.Histories];
        Parallel.For(0, alarms.Length, new ParallelOptions { CancellationToken = cancellationToken }, history => alarms[history] = new SimulatedHistory(settings, change, history).Alarm());
        var wrong = alarms.Count(a => a is { } night && (!change.IsForbidden || night < SimulatedHistory.Onset));
        return change.IsForbidden
            ? new(change, alarms.Length, wrong, alarms.Count(a => a >= SimulatedHistory.Onset), MedianDelay(alarms))
            : new(change, alarms.Length, wrong, 0, null);
    }

    // Histories without an alarm took longer than any with one; those with a false one say nothing of the delay.
    private static int? MedianDelay(int?[] alarms)
    {
        int[] delays = [.. alarms.Where(a => a is null or >= SimulatedHistory.Onset).Select(a => a is { } night ? night - SimulatedHistory.Onset + 1 : int.MaxValue).Order()];
        return delays.Length > 0 && delays[(delays.Length - 1) / 2] is var median and < int.MaxValue ? median : null;
    }
}
