using System.Globalization;
using EvalHarness.Evaluators.Cost;

namespace EvalHarness.Experiments.Ledgers;

/// <summary>What one pipeline's answers cost, part by part.</summary>
internal sealed class AnswerSum
{
    private readonly SortedDictionary<string, PartSum> parts = new(StringComparer.Ordinal);
    private int traces;
    private int failedTries;

    public void Add(TraceCost cost)
    {
        traces++;
        failedTries += cost.FailedTries;
        foreach (var part in cost.Parts)
            parts[part.Name] = parts.GetValueOrDefault(part.Name, new PartSum()).With(part);
    }

    public IEnumerable<LedgerEntry> Entries(string pipeline, string? priceDate) => parts.Count == 0
        ? [Entry(pipeline, CostPart.Generation, new PartSum(), priceDate)]
        : parts.Select(p => Entry(pipeline, p.Key, p.Value, priceDate));

    private LedgerEntry Entry(string pipeline, string name, PartSum sum, string? priceDate) => new(
        LedgerKind.SystemUnderTest,
        [pipeline],
        name,
        sum.Known == 0 && sum.Unknown > 0 ? null : sum.PricedUsd,
        sum.KnownSpent == 0 && sum.Unknown > 0 ? null : sum.SpentUsd,
        "run",
        sum.Unknown,
        string.Create(CultureInfo.InvariantCulture, $"{sum.Known:#,0} priced parts of {traces:#,0} answers{(sum.Models.Count > 0 ? " by " + string.Join(", ", sum.Models) : "")}{(sum.IsUpperBound ? ", an upper bound" : "")}{(sum.IsLowerBound ? ", a lower bound" : "")}"),
        priceDate,
        null,
        Note(name, sum));

    private string? Note(string name, PartSum sum)
    {
        string[] notes =
        [
            .. sum.Why is { } why ? [string.Create(CultureInfo.InvariantCulture, $"{sum.Unknown:#,0} are in no sum: {why}")] : Array.Empty<string>(),
            .. name == CostPart.Generation && failedTries > 0 ? [string.Create(CultureInfo.InvariantCulture, $"what {failedTries:#,0} failed tries used is unknown and counts as 0")] : Array.Empty<string>(),
        ];
        return notes.Length == 0 ? null : string.Join("; ", notes);
    }

    private sealed record PartSum
    {
        public int Known { get; init; }

        public int Unknown { get; init; }

        /// <summary>Answers of unknown price may have spent nothing all the same: a recording, the response cache.</summary>
        public int KnownSpent { get; init; }

        public decimal PricedUsd { get; init; }

        public decimal SpentUsd { get; init; }

        public bool IsUpperBound { get; init; }

        public bool IsLowerBound { get; init; }

        public string? Why { get; init; }

        public IReadOnlyCollection<string> Models { get; init; } = [];

        public PartSum With(CostPart part) => Spending(part.SpentUsd ?? part.PricedUsd).Pricing(part);

        private PartSum Spending(decimal? usd) => usd is { } spent ? this with { KnownSpent = KnownSpent + 1, SpentUsd = SpentUsd + spent } : this;

        private PartSum Pricing(CostPart part) => part.PricedUsd is not { } usd
            ? this with { Unknown = Unknown + 1, Why = string.CompareOrdinal(part.Unknown, Why) < 0 || Why is null ? part.Unknown : Why }
            : this with
            {
                Known = Known + 1,
                PricedUsd = PricedUsd + usd,
                IsUpperBound = IsUpperBound || part.IsUpperBound,
                IsLowerBound = IsLowerBound || part.IsLowerBound,
                Models = Models.Contains(part.Model!) ? Models : [.. Models.Append(part.Model!).Order(StringComparer.Ordinal)],
            };
    }
}
