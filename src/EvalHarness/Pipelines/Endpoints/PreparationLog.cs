using System.Collections.Concurrent;

namespace EvalHarness.Pipelines.Endpoints;

/// <summary>Collects what was prepared while pipelines were built: the preparation ledger, apart from what answers cost.</summary>
public sealed class PreparationLog
{
    private readonly ConcurrentQueue<PreparationEntry> entries = new();

    public IReadOnlyList<PreparationEntry> Entries => [.. entries];

    public void Add(PreparationEntry entry) => entries.Enqueue(entry);
}
