using EvalHarness.Inputs;

namespace EvalHarness.Promotions;

/// <summary>What is told of moves and asked afterwards: <c>hooks.yaml</c> beside the registry, docs/schemas/hooks.schema.json.</summary>
public sealed record Hooks
{
    public const string FileName = "hooks.yaml";

    /// <summary>No alias has any.</summary>
    public static Hooks None { get; } = new();

    /// <summary>By alias.</summary>
    public IReadOnlyDictionary<string, AliasHooks> Aliases { get; init; } = new Dictionary<string, AliasHooks>();

    /// <exception cref="InputException">The file is missing or wrong: all problems, each with its place.</exception>
    public static Hooks Read(string file) => YamlFile.Read(file).Read<Hooks>("hooks");
}
