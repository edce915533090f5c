using System.Text.Json.Serialization;
using EvalHarness.Nightly.Anchors;
using EvalHarness.Nightly.Gold;

namespace EvalHarness.Nightly;

/// <summary>One night with its verdict and evidence: <c>nightly.json</c>, and a row of the history.</summary>
public sealed record Night
{
    /// <summary>From 1, without gaps; invalid nights count.</summary>
    public required int Number { get; init; }

    /// <summary>The run's id.</summary>
    public required string Run { get; init; }

    public required string Experiment { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required NightVerdict Verdict { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Why { get; init; }

    public required NightSide Candidate { get; init; }

    /// <summary>Absent when only the candidate is watched.</summary>
    public NightSide? Champion { get; init; }

    /// <summary>Samples asked.</summary>
    public required int Samples { get; init; }

    /// <summary>Whatever can change a figure, by name: what differs at the onset of a loss is its likely cause.</summary>
    public required IReadOnlyDictionary<string, string> Hashes { get; init; }

    /// <summary>The hash of the policy whose margins are watched; absent without one.</summary>
    public string? PolicyHash { get; init; }

    /// <summary>Of tie-breaks, calibrations and the choice of rows.</summary>
    public required int Seed { get; init; }

    /// <summary>The exact difference; absent on an invalid night.</summary>
    public NightDiff? Diff { get; init; }

    /// <summary>In the order of the policy.</summary>
    public IReadOnlyList<GuardrailLine> Guardrails { get; init; } = [];

    public IReadOnlyList<SeriesLine> Series { get; init; } = [];

    /// <summary>Present with an alarm: of the first guardrail that raised one.</summary>
    public NightOnset? Onset { get; init; }

    public IReadOnlyList<StaleSample> GoldStale { get; init; } = [];

    public IReadOnlyList<AnchoredEvidence> Anchored { get; init; } = [];

    /// <summary>How far scorers agreed with the labels of answers that never change; empty where nobody named any.</summary>
    public IReadOnlyList<AnchorReading> Anchors { get; init; } = [];

    public FlakyList Flaky { get; init; } = FlakyList.None;

    /// <summary>What a reader must know beside the lines.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    [JsonIgnore]
    public bool IsValid => Verdict != NightVerdict.Invalid;
}
