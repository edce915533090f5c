using System.Text.Json.Serialization;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>What a run would come to, before anything is called.</summary>
/// <param name="Samples">Rows that would be replayed.</param>
/// <param name="Items">Per pipeline, in the order of the experiment.</param>
/// <param name="Assumptions">What the figures rest on, one sentence each.</param>
public sealed record Forecast(int Samples, IReadOnlyList<ForecastItem> Items, IReadOnlyList<string> Assumptions)
{
    /// <summary>What judging would come to, by judge: in no sum of the pipelines.</summary>
    public IReadOnlyList<ForecastItem> Judges { get; init; } = [];

    /// <summary>What would be paid to judges, without what has no known price.</summary>
    [JsonIgnore]
    public UsdRange JudgesUsd => Judges.Select(i => i.Usd).OfType<UsdRange>().Aggregate(default(UsdRange), UsdRange.Add);

    /// <summary>What somebody is paid for: an index that pipelines share once.</summary>
    [JsonIgnore]
    public IReadOnlyList<ForecastItem> Paid
    {
        get
        {
            var paid = Items.Where(i => i.IsPaid).ToLookup(i => i.Item == ForecastItem.Index);
            return [.. paid[false], .. paid[true].DistinctBy(i => (i.Model, i.Input, i.Calls))];
        }
    }

    /// <summary>What would be paid, without what has no known price.</summary>
    [JsonIgnore]
    public UsdRange KnownUsd => Paid.Select(i => i.Usd).OfType<UsdRange>().Aggregate(default(UsdRange), UsdRange.Add);
}
