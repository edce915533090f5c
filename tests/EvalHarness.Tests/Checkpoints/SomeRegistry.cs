using EvalHarness.Checkpoints;
using EvalHarness.Gates;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Checkpoints;

/// <summary>A registry in a folder of its own, and checkpoints to put in it.</summary>
internal sealed class SomeRegistry : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public TemporaryFolder Folder { get; } = new();

    public FakeTimeProvider Time { get; } = new(Start);

    public string File => Folder["checkpoints/registry.jsonl"];

    public CheckpointRegistry Read() => CheckpointRegistry.Read(File);

    public RegistryWriter Open(string command = "evalharness checkpoints test") => RegistryWriter.Open(File, new RegistryAuthor("ada", command), Time);

    public static CheckpointRecord Checkpoint(string version, string? trainingHash = null) => new()
    {
        Name = "helpdesk",
        Version = version,
        Provider = "openai",
        ModelId = $"ft:mini:acme::{version}",
        BaseModel = "mini",
        TrainingHash = trainingHash,
        Parameters = new Dictionary<string, string> { ["epochs"] = "3", ["note"] = "ü – 😀 \"quoted\" \u0001" },
        Seed = 7,
        CostUsd = 18.4m,
        Date = Start,
    };

    /// <summary>Registers versions, each on a line of its own.</summary>
    public void Register(params string[] versions)
    {
        using var writer = Open();
        foreach (var version in versions)
            writer.Add(Checkpoint(version));
    }

    /// <summary>Moves production to a version; by a verdict unless it is an override.</summary>
    public RegistryEntry Move(string version, EntryKind kind = EntryKind.Promote, bool awaits = false, string alias = "production")
    {
        using var writer = Open();
        var state = writer.Registry.Aliases.GetValueOrDefault(alias);
        return writer.Add(kind, new AliasMove
        {
            Alias = alias,
            From = state?.Checkpoint,
            To = $"helpdesk@{version}",
            Reason = kind == EntryKind.Promote ? null : "because",
            Restores = kind == EntryKind.Rollback ? state!.LastGood!.Sequence : null,
            Gate = kind == EntryKind.Promote ? Gate : null,
            AwaitsConfirmation = awaits,
        });
    }

    public RegistryState State()
    {
        var read = Read();
        return new RegistryState(read.Head, read.Entries.Count);
    }

    public void Dispose() => Folder.Dispose();

    private static GateReference Gate => new("gate.json", new string('a', 64), "promote", "p", "h", "run-1", "d", "i", Start);
}
