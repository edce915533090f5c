using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalHarness.Checkpoints;

/// <summary>What the registry knows of a checkpoint: enough to find it, to check that it is the same, and to make it again.</summary>
public sealed record CheckpointRecord
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>What was tuned: <c>gpt-4o-mini-2024-07-18</c>; of an embedded checkpoint its trainer.</summary>
    public string? BaseModel { get; init; }

    /// <summary>Who serves it: <c>embedded</c>, <c>openai</c>, the name of an endpoint.</summary>
    public required string Provider { get; init; }

    /// <summary>The tuned model's name at its provider: <c>ft:gpt-4o-mini-2024-07-18:acme::abc123</c>; absent for an artefact.</summary>
    public string? ModelId { get; init; }

    /// <summary>Absent for a model that only its provider holds.</summary>
    public Artefact? Artefact { get; init; }

    /// <summary>SHA-256 of the training file; absent when nobody knows it, and then no lint result can speak of it.</summary>
    public string? TrainingHash { get; init; }

    /// <summary>Hyper-parameters, as text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public int? Seed { get; init; }

    /// <summary>The checkpoint that the training started from, as name@version.</summary>
    public string? Parent { get; init; }

    /// <summary>What the training cost, in USD; absent when unknown, never 0 for that.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary><c>name@version</c>.</summary>
    [JsonIgnore]
    public string FullName => $"{Name}@{Version}";

    /// <summary>What a server that serves it calls it.</summary>
    [JsonIgnore]
    public string ServedName => ModelId ?? FullName;

    /// <summary>An embedded checkpoint, as its checkpoint.json describes it.</summary>
    /// <param name="folder">Holds that file.</param>
    /// <param name="registryFolder">Where the registry stands, absolute.</param>
    /// <exception cref="Inputs.InputException">It is missing or cannot be read.</exception>
    public static CheckpointRecord From(string folder, string registryFolder)
    {
        var manifest = CheckpointFolder.ReadManifest(Path.Combine(folder, CheckpointFolder.ManifestFile));
        return new CheckpointRecord
        {
            Name = manifest.Name,
            Version = manifest.Version,
            BaseModel = manifest.Trainer,
            Provider = "embedded",
            Artefact = Artefact.At(folder, registryFolder),
            TrainingHash = manifest.TrainHash,
            Parameters = new SortedDictionary<string, string>(manifest.Parameters.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            Seed = manifest.Seed,
            Parent = manifest.Parent,
            Date = manifest.Created,
        };
    }

    /// <summary>Whether both say the same but for the date: the same training on another day gives the same checkpoint.</summary>
    public bool IsSame(CheckpointRecord other) =>
        JsonSerializer.Serialize(this with { Date = other.Date }, RegistryJson.Options) == JsonSerializer.Serialize(other, RegistryJson.Options);
}
