namespace EvalHarness.Gates;

/// <summary>A verdict with its evidence: <c>gate.json</c>.</summary>
public sealed record GateResult
{
    public required Verdict Verdict { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Why { get; init; }

    /// <summary>The policy's name.</summary>
    public required string Policy { get; init; }

    public required string PolicyHash { get; init; }

    /// <summary>Whether the run recorded this very policy when it started; absent when it recorded none, and then nobody can tell.</summary>
    public bool? PolicyStoodBefore { get; init; }

    /// <summary>In the order of the policy; the first has the candidate that the verdict is about.</summary>
    public required IReadOnlyList<JudgedRun> Runs { get; init; }

    /// <summary>What the policy allows over all looks.</summary>
    public required double PolicyAlpha { get; init; }

    /// <summary>What this look got of it.</summary>
    public required double Alpha { get; init; }

    /// <summary>The how many-th look at this dataset and split this is, from 1.</summary>
    public required int Look { get; init; }

    /// <summary>The checkpoint registry as it stood; absent where there is none.</summary>
    public RegistryState? Registry { get; init; }

    public required IReadOnlyList<GateLine> Lines { get; init; }

    /// <summary>What a reader of the verdict must know beside its lines.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string HarnessVersion { get; init; }
}
