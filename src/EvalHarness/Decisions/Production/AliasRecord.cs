using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Decisions.Production;

/// <summary>Promotions, overrides and rollbacks of the tuned model's checkpoints, as the registry has them.</summary>
/// <param name="Moves">The newest last.</param>
/// <param name="Problem">Why the registry cannot be believed; absent when it can.</param>
public sealed record AliasRecord(IReadOnlyList<RegistryEntry> Moves, string? Problem)
{
    private const int Shown = 5;

    public static AliasRecord None { get; } = new([], null);

    /// <param name="registryFile">A file that is not there is an empty registry.</param>
    /// <param name="checkpoint">Of the tuned arm, as name@version: moves of other versions of the name count, of other names do not.</param>
    public static AliasRecord Read(string registryFile, string checkpoint)
    {
        try
        {
            var name = checkpoint.Split('@')[0];
            var moves = CheckpointRegistry.Read(registryFile).Entries.Where(e => e.Move is { } move && move.To.StartsWith($"{name}@", StringComparison.Ordinal));
            return new AliasRecord([.. moves.TakeLast(Shown)], null);
        }
        catch (InputException exception)
        {
            return new AliasRecord([], exception.Problems[0].Found);
        }
    }
}
