using EvalHarness.Nightly.Detectors;
using EvalHarness.Statistics;

namespace EvalHarness.Nightly.Simulation;

/// <summary>Night after night of one made-up production, through the detectors of real nights.</summary>
internal sealed class SimulatedHistory
{
    /// <summary>The night on which the change happens, from 1.</summary>
    public const int Onset = 15;

    private readonly SimulationSettings settings;
    private readonly SimulatedChange change;
    private readonly SeededRandom random;
    private readonly PairVariation[] seen;
    private readonly PairedRow[] rows;
    private ulong words;

    public SimulatedHistory(SimulationSettings settings, SimulatedChange change, int history)
    {
        (this.settings, this.change) = (settings, change);
        random = new SeededRandom(settings.Seed, $"nightly/{change.Name}/{history}");
        (seen, rows) = (new PairVariation[settings.Rows], new PairedRow[settings.Rows]);
    }

    /// <summary>The night of the alarm, from 1; absent when there is none.</summary>
    public int? Alarm()
    {
        GuardrailWatch watch = new(new AlarmBudget(1, settings.Nights, settings.Chance));
        for (var night = 1; night <= settings.Nights; night++)
        {
            var hasChanged = Ask(night >= Onset ? change.Drop * settings.Rows : 0);
            watch = watch.After(NightEvidence.Of(rows, settings.Margin, hasChanged));
            if (watch.AlarmNight is not null)
                return night;
        }

        return null;
    }

    // Rows from the front are noisy, rows from the back are lost: those were steady before.
    private bool Ask(double lost)
    {
        var (hasChanged, noisy) = (false, settings.Noise * settings.Rows);
        var (candidate, champion) = (true, true);
        for (var row = 0; row < rows.Length; row++)
        {
            if (row >= noisy)
                (candidate, champion) = (random.NextDouble() >= lost - (rows.Length - row - 1), true);
            else if (row % settings.ClusterSize == 0)
                (candidate, champion) = (Coin(), Coin());
            var (said, other) = (Words(row < noisy, candidate), Words(row < noisy, champion));
            hasChanged |= seen[row].HasChanged(said, other);
            rows[row] = new(row / settings.ClusterSize, (candidate ? 1 : 0) - (champion ? 1 : 0), seen[row].IsAnew);
            seen[row] = seen[row].After(said, other);
        }

        return hasChanged;
    }

    private ulong Words(bool isNoisy, bool isRight) => isNoisy || change.IsReworded ? 2 + ++words : isRight ? 1UL : 0;

    private bool Coin() => random.NextDouble() < 0.5;
}
