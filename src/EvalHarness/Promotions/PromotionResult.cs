using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Promotions;

/// <summary>What came of a promotion or a rollback.</summary>
public sealed record PromotionResult
{
    public required string Alias { get; init; }

    /// <summary>As name@version; of a rollback that was refused absent where there was nothing to go back to.</summary>
    public required string? Checkpoint { get; init; }

    /// <summary>The entry that moved the alias; absent when it was refused, or was there already.</summary>
    public RegistryEntry? Entry { get; init; }

    /// <summary>Why it was refused, or what was overridden.</summary>
    public IReadOnlyList<InputProblem> Refusals { get; init; } = [];

    /// <summary>What a reader should know though it does not speak against it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What came of it outside the registry; absent where nothing was to be told or asked.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>The alias named it before: nothing was moved.</summary>
    public bool WasThere { get; init; }

    public bool IsRefused => Entry is null && !WasThere;

    /// <summary>Done, and not known to have failed outside the registry.</summary>
    public bool IsGood => !IsRefused && Confirmation?.Confirmed != false;
}
