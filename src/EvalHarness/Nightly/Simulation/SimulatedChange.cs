namespace EvalHarness.Nightly.Simulation;

/// <summary>What happens to the candidate on a night of a simulated history.</summary>
/// <param name="Drop">The share of rows that are wrong from then on.</param>
/// <param name="IsReworded">Whether every answer comes in other words each night, as a model's at a temperature; else steady rows give the same bytes.</param>
/// <param name="IsForbidden">Whether an alarm is right.</param>
public sealed record SimulatedChange(string Name, double Drop, bool IsReworded, bool IsForbidden)
{
    /// <summary>The four that a nightly watch must tell apart, and the last one once more as a deterministic pipeline shows it.</summary>
    public static IReadOnlyList<SimulatedChange> Of(SimulationSettings settings) =>
    [
        new("unchanged", 0, IsReworded: true, IsForbidden: false),
        new("permitted change (half the margin)", settings.Margin / 2, IsReworded: true, IsForbidden: false),
        new("one deterministic flip", 1.0 / settings.Rows, IsReworded: false, IsForbidden: 1.0 / settings.Rows > settings.Margin),
        new(FormattableString.Invariant($"{100 * settings.Drop:0.##}-point drop"), settings.Drop, IsReworded: true, IsForbidden: settings.Drop > settings.Margin),
        new(FormattableString.Invariant($"{100 * settings.Drop:0.##}-point drop, the same bytes every night"), settings.Drop, IsReworded: false, IsForbidden: settings.Drop > settings.Margin),
    ];
}
