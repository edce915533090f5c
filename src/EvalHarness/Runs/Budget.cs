namespace EvalHarness.Runs;

/// <summary>A sum that is never exceeded: what may be spent is set aside before it is, and given back when the true price is known.</summary>
/// <remarks>What is set aside is the largest sum seen so far for its kind, or what was estimated, whichever is larger: a price beyond both can exceed the limit by the difference. Thread-safe.</remarks>
public sealed class Budget
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, decimal> largest;
    private readonly Dictionary<string, decimal> reserved = new(StringComparer.Ordinal);
    private decimal spent;
    private decimal setAside;

    /// <param name="limitUsd">What may be spent in all, in USD.</param>
    /// <param name="spentUsd">What has been spent already.</param>
    /// <param name="estimatesUsd">By kind, what one of it costs at most.</param>
    public Budget(decimal limitUsd, decimal spentUsd, IReadOnlyDictionary<string, decimal> estimatesUsd)
    {
        (LimitUsd, spent) = (limitUsd, spentUsd);
        largest = new Dictionary<string, decimal>(estimatesUsd, StringComparer.Ordinal);
    }

    public decimal LimitUsd { get; }

    public decimal SpentUsd
    {
        get
        {
            lock (gate)
                return spent;
        }
    }

    /// <summary>Sets aside what one of a kind may cost; refused when the limit could be exceeded by it.</summary>
    /// <param name="key">Names the reservation; it is settled by it.</param>
    /// <param name="foreseenUsd">What this very one was estimated at.</param>
    public bool TryReserve(string key, string kind, decimal foreseenUsd = 0)
    {
        lock (gate)
        {
            var usd = Math.Max(foreseenUsd, largest.GetValueOrDefault(kind));
            if (spent + setAside + usd > LimitUsd)
                return false;
            reserved.Add(key, usd);
            setAside += usd;
            return true;
        }
    }

    /// <summary>Gives back what was set aside and counts what was spent.</summary>
    /// <param name="spentUsd">Absent when it is unknown: what was set aside counts as spent.</param>
    public void Settle(string key, string kind, decimal? spentUsd)
    {
        lock (gate)
        {
            if (!reserved.Remove(key, out var usd))
                throw new InvalidOperationException($"Nothing is set aside under '{key}'.");
            setAside -= usd;
            spent += spentUsd ?? usd;
            largest[kind] = Math.Max(largest.GetValueOrDefault(kind), spentUsd ?? 0);
        }
    }
}
