using EvalHarness.Checkpoints;
using EvalHarness.Inputs;

namespace EvalHarness.Promotions;

/// <summary>Moves aliases: on a verdict, against one, or back. The registry is this process's alone until the hooks have ended.</summary>
/// <param name="deployment">Told of moves, and asked what is served.</param>
public sealed class AliasMover(RegistryWriter writer, Deployment deployment, TimeProvider time)
{
    public async Task<PromotionResult> PromoteAsync(PromotionRequest request, CancellationToken cancellationToken)
    {
        if (writer.Registry.Aliases.GetValueOrDefault(request.Alias) is { } state && state.Checkpoint == request.Checkpoint.FullName)
            return await AgainAsync(state, cancellationToken);

        PromotionCheck check = new(request, writer.Registry, time.GetUtcNow());
        var (refusals, notes) = (check.Refusals(), check.Notes());
        var result = new PromotionResult { Alias = request.Alias, Checkpoint = request.Checkpoint.FullName, Refusals = refusals, Notes = notes };
        if (refusals.Count > 0 && request.Override is null)
            return result;

        var entry = writer.Add(refusals.Count > 0 ? EntryKind.Override : EntryKind.Promote, Move(request, check, refusals));
        return result with { Entry = entry, Confirmation = await DeployAsync(entry, cancellationToken) };
    }

    /// <summary>Moves an alias to its last good checkpoint.</summary>
    public async Task<PromotionResult> RollBackAsync(string alias, string? reason, CancellationToken cancellationToken)
    {
        var state = writer.Registry.Aliases.GetValueOrDefault(alias);
        var target = state?.LastGood;
        var result = new PromotionResult { Alias = alias, Checkpoint = target?.Move!.To, Notes = Notes(target) };
        if (Refusal(alias, state) is { } refusal)
            return result with { Refusals = [refusal] };

        var entry = writer.Add(EntryKind.Rollback, new AliasMove
        {
            Alias = alias,
            From = state!.Checkpoint,
            To = target!.Move!.To,
            Restores = target.Sequence,
            Reason = reason,
            AwaitsConfirmation = deployment.Expects(EntryKind.Rollback, alias),
        });
        return result with { Entry = entry, Confirmation = await DeployAsync(entry, cancellationToken) };
    }

    /// <summary>Why an alias cannot be rolled back; absent when it can.</summary>
    public InputProblem? Refusal(string alias) => Refusal(alias, writer.Registry.Aliases.GetValueOrDefault(alias));

    private InputProblem? Refusal(string alias, AliasState? state)
    {
        if (state is null)
            return new InputProblem(alias, "nothing was ever promoted to it", "Name another alias with --to.");
        if (state.LastGood is not { } target)
            return new InputProblem(alias, $"there is nothing before {state.Checkpoint} to go back to", "Promote another checkpoint.");
        return Find(target.Move!.To).Artefact?.Problem(writer.Registry.Folder);
    }

    // What was promoted and not confirmed is told once more; nothing moves.
    private async Task<PromotionResult> AgainAsync(AliasState state, CancellationToken cancellationToken) => new()
    {
        Alias = state.Alias,
        Checkpoint = state.Checkpoint,
        WasThere = true,
        Confirmation = state.NotConfirmed is null ? null : await DeployAsync(state.Moved, cancellationToken),
    };

    private AliasMove Move(PromotionRequest request, PromotionCheck check, IReadOnlyList<InputProblem> refusals) => new()
    {
        Alias = request.Alias,
        From = writer.Registry.Aliases.GetValueOrDefault(request.Alias)?.Checkpoint,
        To = request.Checkpoint.FullName,
        Reason = request.Override,
        Overridden = [.. refusals.Select(r => r.ToString())],
        Gate = request.Gate?.Reference,
        Lint = check.Lint()?.Reference,
        AwaitsConfirmation = deployment.Expects(EntryKind.Promote, request.Alias),
    };

    private async Task<Confirmation?> DeployAsync(RegistryEntry entry, CancellationToken cancellationToken)
    {
        if (!deployment.Expects(entry.Kind, entry.Move!.Alias))
            return null;
        var confirmation = await deployment.DeployAsync(entry, Find(entry.Move.To), cancellationToken);
        writer.Add(confirmation);
        return confirmation;
    }

    private CheckpointRecord Find(string name) => writer.Registry.Find(name, name);

    private static IReadOnlyList<string> Notes(RegistryEntry? target) => target is { Kind: EntryKind.Override }
        ? [$"{target.Move!.To} was never promoted by a verdict either: it was an override ({target.Move.Reason}). There is nothing better to go back to."]
        : [];
}
