using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using Microsoft.Extensions.AI;

namespace EvalHarness.Evaluators.Judges;

/// <summary>What judges are paid while something is scored: open from <see cref="Open"/> until it is disposed, for everything that is awaited in between.</summary>
/// <remarks>It flows with the call and is handed to nobody: a verifier is asked deep inside evaluators that know nothing of money. Thread-safe.</remarks>
public sealed class JudgeBill : IDisposable
{
    private static readonly AsyncLocal<JudgeBill?> Current = new();

    private readonly Lock gate = new();
    private readonly List<JudgeCall> calls = [];
    private readonly IJudgeLimit? limit;
    private readonly JudgeBill? outer;

    private JudgeBill(IJudgeLimit? limit)
    {
        (this.limit, outer) = (limit, Current.Value);
        Current.Value = this;
    }

    /// <summary>Calls that were made or answered by the response cache since it was opened.</summary>
    public IReadOnlyList<JudgeCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <param name="limit">Without one, nothing is too dear.</param>
    public static JudgeBill Open(IJudgeLimit? limit = null) => new(limit);

    public void Dispose() => Current.Value = outer;

    /// <summary>Waits until the next call may be paid for.</summary>
    /// <exception cref="ScoringStoppedException">It may not, whatever those in flight turn out to cost.</exception>
    internal static async Task<string?> AdmitAsync(JudgeSource judge, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken) =>
        Current.Value?.limit is { } limit ? await limit.AdmitAsync(judge, messages, cancellationToken) : null;

    /// <summary>Enters what a call came to.</summary>
    /// <param name="place">What <see cref="AdmitAsync"/> gave.</param>
    internal static void Settle(string? place, JudgeSource judge, IReadOnlyList<ModelCall> made)
    {
        if (Current.Value is not { } bill)
            return;
        lock (bill.gate)
            bill.calls.AddRange(made.Select(call => new JudgeCall(judge.Name, call)));
        if (place is not null)
            bill.limit?.Settle(place, judge, made);
    }
}
