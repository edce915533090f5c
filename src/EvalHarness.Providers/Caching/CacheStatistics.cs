namespace EvalHarness.Providers.Caching;

/// <summary>What is in a response cache.</summary>
/// <param name="Bytes">Of the replies; the file is somewhat larger.</param>
/// <param name="Oldest">When the oldest reply was made; absent when there is none.</param>
public sealed record CacheStatistics(int Replies, long Bytes, DateTimeOffset? Oldest, DateTimeOffset? Newest);
