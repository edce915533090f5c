using EvalHarness.Pipelines.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalHarness.Evaluators.Judges;

/// <summary>Whether the next call of a judge may still be paid for.</summary>
public interface IJudgeLimit
{
    /// <summary>Sets aside what the call may cost; waits while calls in flight may turn out to have cost less than was set aside for them.</summary>
    /// <returns>What it is settled by.</returns>
    /// <exception cref="ScoringStoppedException">The limit could be exceeded, and nothing is in flight.</exception>
    Task<string> AdmitAsync(JudgeSource judge, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken);

    /// <summary>Once for each call that was admitted, also where it failed.</summary>
    void Settle(string place, JudgeSource judge, IReadOnlyList<ModelCall> calls);
}
