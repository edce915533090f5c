namespace EvalHarness.Evaluators.Cost;

/// <summary>What one trace costs, part by part.</summary>
/// <param name="FailedTries">Tries that failed: what they used is not known, and counts as nothing.</param>
public sealed record TraceCost(IReadOnlyList<CostPart> Parts, int FailedTries)
{
    /// <summary>As if every call had been made; absent when a part is unknown.</summary>
    public decimal? PricedUsd => Unknown is null ? Parts.Sum(p => p.PricedUsd) : null;

    /// <summary>What was paid now; absent when a part is unknown.</summary>
    public decimal? SpentUsd => Parts.All(p => p.SpentUsd is not null) ? Parts.Sum(p => p.SpentUsd) : null;

    /// <summary>Something of it may be billed that no part knows of: a reply that was cut short, or that nobody waited for.</summary>
    public bool MayBeBilledMore { get; init; }

    /// <summary>What is surely all that was paid now; absent when a part is unknown, or more may be billed.</summary>
    public decimal? SettledUsd => MayBeBilledMore ? null : SpentUsd;

    public bool IsUpperBound => Parts.Any(p => p.IsUpperBound);

    public bool IsLowerBound => Parts.Any(p => p.IsLowerBound);

    /// <summary>Why there is no price; absent when there is one.</summary>
    public string? Unknown => Parts.FirstOrDefault(p => p.Unknown is not null)?.Unknown;
}
