using EvalHarness.Evaluators;
using EvalHarness.Evaluators.Cost;
using EvalHarness.Evaluators.Judges;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Runs;
using Microsoft.Extensions.AI;

namespace EvalHarness;

/// <summary>What is left of a run's budget, kept by pricing every call of a judge; a call that may be billed although no reply came counts as what was set aside for it.</summary>
public sealed class PricedJudgeLimit(Budget budget, TracePricer pricer) : IJudgeLimit
{
    private const int LongestReply = 4_096;

    // Tokens are those of o200k; other models cut text finer.
    private const double Margin = 1.3;

    private readonly Lock gate = new();
    private TaskCompletionSource settled = NewSource();
    private int inFlight;
    private int number;

    public async Task<string> AdmitAsync(JudgeSource judge, IReadOnlyList<ChatMessage> messages, CancellationToken cancellationToken)
    {
        var (place, foreseen) = (FormattableString.Invariant($"judge/{Interlocked.Increment(ref number)}"), Foreseen(judge, messages));
        while (true)
        {
            Task change;
            lock (gate)
            {
                if (budget.TryReserve(place, Kind(judge), foreseen))
                {
                    inFlight++;
                    return place;
                }

                if (inFlight == 0)
                    throw new ScoringStoppedException(judge.Name, StopCause.Budget, $"the next call of judge '{judge.Name}' could exceed the budget. The same command with a larger one goes on.");
                change = settled.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    public void Settle(string place, JudgeSource judge, IReadOnlyList<ModelCall> calls)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            budget.Settle(place, Kind(judge), calls.Select(c => Spent(pricer, judge.Model.PriceAs, c)).Aggregate((decimal?)0, (sum, usd) => sum + usd));
            inFlight--;
            (before, settled) = (settled, NewSource());
        }

        before.SetResult();
    }

    /// <summary>What a judge's call surely cost; absent when nobody knows.</summary>
    /// <param name="priceAs">What the price table calls the model now; absent where the name on record counts.</param>
    internal static decimal? Spent(TracePricer pricer, string? priceAs, ModelCall call)
    {
        if (call.MayBeBilledMore)
            return null;
        return call is { HasFailed: true, Usage: null } ? 0 : pricer.Price(call with { Model = priceAs ?? call.Model }, pipeline: null).SpentUsd;
    }

    private decimal Foreseen(JudgeSource judge, IReadOnlyList<ChatMessage> messages)
    {
        var tokens = (long)(Margin * messages.Sum(m => O200k.Count(m.Text)));
        return pricer.Prices.Find(judge.Model.PriceAs ?? judge.Model.Name ?? "") is { } price
            ? PriceTable.Price(price, new TokenUsage(tokens, price.OutputPerMillion is null ? 0 : judge.Model.MaxTokens ?? LongestReply)).CostUsd
            : 0;
    }

    private static string Kind(JudgeSource judge) => $"judge {judge.Name}";

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
