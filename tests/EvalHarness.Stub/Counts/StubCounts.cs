using System.Collections.Immutable;

namespace EvalHarness.Stub.Counts;

/// <summary>What the stub has seen and sent, counted by itself.</summary>
public sealed record StubCounts
{
    public int Requests { get; init; }

    public ImmutableDictionary<string, int> RequestsByPath { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>How often each HTTP status was sent; besides them <c>reset</c>, <c>hang</c> and <c>gone</c> (the client left).</summary>
    public ImmutableDictionary<string, int> Statuses { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Tries by call.</summary>
    public ImmutableDictionary<string, int> Tries { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Requests that were answered whole.</summary>
    public int Answered { get; init; }

    /// <summary>Tokens of the requests that were answered whole.</summary>
    public long InputTokens { get; init; }

    /// <summary>Of those tokens of input, how many came to each path.</summary>
    public ImmutableDictionary<string, long> InputTokensByPath { get; init; } = ImmutableDictionary<string, long>.Empty;

    public long OutputTokens { get; init; }

    public long CachedTokens { get; init; }

    public long CacheWriteTokens { get; init; }

    public long ReasoningTokens { get; init; }

    public int InFlight { get; init; }

    public int MaxInFlight { get; init; }

    /// <summary>Different calls.</summary>
    public int Calls => Tries.Count;

    public int Status(int status) => Statuses.GetValueOrDefault($"{status}");
}
