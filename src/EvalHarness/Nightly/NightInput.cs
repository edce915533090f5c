using EvalHarness.Comparisons;
using EvalHarness.Gates;
using EvalHarness.Nightly.Anchors;
using EvalHarness.Nightly.Gold;
using EvalHarness.Nightly.History;
using EvalHarness.Runs;

namespace EvalHarness.Nightly;

/// <summary>A night's run, read, before anything is said of it.</summary>
public sealed record NightInput
{
    public required int Number { get; init; }

    public required RunManifest Manifest { get; init; }

    public required NightSide Candidate { get; init; }

    public NightSide? Champion { get; init; }

    /// <summary>See <see cref="Night.Hashes"/>.</summary>
    public required IReadOnlyDictionary<string, string> Hashes { get; init; }

    /// <summary>Whose margins are watched.</summary>
    public required PolicySection Policy { get; init; }

    public string? PolicyHash { get; init; }

    /// <summary>Absent when the run ended without an answer.</summary>
    public ScoreTable? Scores { get; init; }

    /// <summary>Slice <c>all</c> holds the figures that are watched.</summary>
    public IReadOnlyList<MetricSummary> Summaries { get; init; } = [];

    public IReadOnlyList<NightAnswer> Answers { get; init; } = [];

    public IReadOnlyList<AnchoredEvidence> Anchored { get; init; } = [];

    public IReadOnlyList<StaleSample> GoldStale { get; init; } = [];

    /// <summary>How far scorers agree with labels tonight; empty where nobody named anchors.</summary>
    public IReadOnlyList<AnchorReading> Anchors { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Of a false alarm within <see cref="HorizonNights"/>, over all guardrails.</summary>
    public double Chance { get; init; } = 0.05;

    public int HorizonNights { get; init; } = 90;

    public int Seed => Manifest.Options.Seed;
}
