using System.Globalization;
using System.Text.Json;
using EvalHarness.Inputs;

namespace EvalHarness.Checkpoints;

/// <summary>What a checkpoint was made from, as <c>checkpoint.json</c> has it.</summary>
public sealed record CheckpointManifest
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>Which trainer made it, with its version: <c>embedded-reader/1</c>.</summary>
    public required string Trainer { get; init; }

    /// <summary>The training file's name, without its folder.</summary>
    public required string TrainFile { get; init; }

    /// <summary>SHA-256 of the training file.</summary>
    public required string TrainHash { get; init; }

    /// <summary>Training examples read.</summary>
    public required int Examples { get; init; }

    /// <summary>The corpus whose passages were trained on; absent when there was none.</summary>
    public string? CorpusHash { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public required int Seed { get; init; }

    /// <summary>Wall-clock time of the training, in seconds.</summary>
    public required double TrainingSeconds { get; init; }

    /// <summary>The checkpoint that the training started from; absent when it started from nothing.</summary>
    public string? Parent { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string HarnessVersion { get; init; }

    /// <summary>The checkpoint's identity: the same data, parameters and seed give the same hash, whenever and however fast it was trained.</summary>
    public string Hash() => ContentHash.Of(
        Trainer,
        TrainHash,
        CorpusHash ?? "",
        JsonSerializer.Serialize(Parameters.OrderBy(p => p.Key, StringComparer.Ordinal)),
        Seed.ToString(CultureInfo.InvariantCulture),
        Parent ?? "");
}
