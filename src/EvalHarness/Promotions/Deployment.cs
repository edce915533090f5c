using System.Text.Json;
using EvalHarness.Checkpoints;
using EvalHarness.Inputs;
using EvalHarness.Runs;

namespace EvalHarness.Promotions;

/// <summary>Tells the hooks of a move, then asks which model is served.</summary>
/// <param name="programs">Starts the programs among them.</param>
public sealed class Deployment(Hooks hooks, HookPrograms programs, IHookCalls calls, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether there is somebody to be told of such a move, or asked after it.</summary>
    public bool Expects(EntryKind kind, string alias) => hooks.Aliases.GetValueOrDefault(alias) is { } own && (HookOf(kind, own) is not null || own.Serves is not null);

    /// <summary>Looks at an alias's hooks before anything moves.</summary>
    /// <exception cref="InputException">A program may not be started or is not there, an address is none, a variable is not set.</exception>
    public void Check(string alias)
    {
        if (hooks.Aliases.GetValueOrDefault(alias) is not { } own)
            return;
        ProblemList problems = new();
        problems.AddRange(calls.Problems(own, $"hooks of '{alias}'"));
        foreach (var hook in new[] { own.OnPromote, own.OnRollback }.OfType<Hook>())
            problems.AddRange(programs.Problems(hook, $"hooks of '{alias}'"));
        problems.ThrowIfAny();
    }

    /// <summary>What it came to; what fails is in it, not thrown.</summary>
    public async Task<Confirmation> DeployAsync(RegistryEntry entry, CheckpointRecord checkpoint, CancellationToken cancellationToken)
    {
        var own = hooks.Aliases[entry.Move!.Alias];
        var told = HookOf(entry.Kind, own) is { } hook ? await TellAsync(hook, JsonSerializer.Serialize(HookBody.Of(entry, checkpoint), RunJson.Compact), cancellationToken) : null;
        var confirmation = new Confirmation(entry.Sequence, entry.Move.Alias, checkpoint.FullName, told?.Succeeded != false, told?.Said, null, told?.Said ?? "");
        return confirmation is { Confirmed: true } && own.Serves is { } source ? await AskAsync(confirmation, source, checkpoint, cancellationToken) : confirmation;
    }

    private static Hook? HookOf(EntryKind kind, AliasHooks own) => kind == EntryKind.Rollback ? own.OnRollback : own.OnPromote;

    private Task<HookOutcome> TellAsync(Hook hook, string body, CancellationToken cancellationToken)
    {
        var timeout = TimeSpan.FromSeconds(hook.TimeoutSeconds);
        return hook.Webhook is { } webhook ? calls.PostAsync(webhook, body, timeout, cancellationToken) : programs.RunAsync(hook, body, timeout, cancellationToken);
    }

    private async Task<Confirmation> AskAsync(Confirmation confirmation, ServedSource source, CheckpointRecord checkpoint, CancellationToken cancellationToken)
    {
        var from = time.GetTimestamp();
        while (true)
        {
            var served = await calls.AskAsync(source, cancellationToken);
            if (served.Names?.Contains(checkpoint.ServedName) == true)
                return confirmation with { Served = served.Names, Why = $"{source.Url} serves {checkpoint.ServedName}" };
            if (time.GetElapsedTime(from) >= TimeSpan.FromSeconds(source.WaitSeconds))
                return confirmation with { Confirmed = false, Served = served.Names, Why = Why(source, served, checkpoint) };
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static string Why(ServedSource source, ServedModels served, CheckpointRecord checkpoint) => served.Names is { } names
        ? $"{source.Url} serves {(names.Count == 0 ? "nothing" : string.Join(", ", names))}, not {checkpoint.ServedName}"
        : $"{source.Url} does not say what it serves: {served.Problem}";
}
