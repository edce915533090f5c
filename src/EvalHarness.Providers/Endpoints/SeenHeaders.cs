using System.Net.Http.Headers;

namespace EvalHarness.Providers.Endpoints;

/// <summary>What an endpoint last said of its limits and its clock.</summary>
/// <param name="At">By our clock.</param>
/// <param name="ServerDate">By the endpoint's, to the second; absent when it does not say.</param>
/// <param name="Limits">The headers <c>x-ratelimit-*</c>, <c>anthropic-ratelimit-*</c> and <c>retry-after*</c>, in lower case.</param>
public sealed record SeenHeaders(DateTimeOffset At, DateTimeOffset? ServerDate, IReadOnlyDictionary<string, string> Limits)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly string[] Prefixes = ["x-ratelimit-", "anthropic-ratelimit-", "ratelimit", "retry-after"];

    /// <summary>How far the endpoint's clock is ahead of ours at the least, in whole seconds: a date says no more than its second.</summary>
    public TimeSpan? ClockSkew => ServerDate is { } date ? TimeSpan.FromSeconds(Math.Truncate(Between(date - At, date + Second - At).TotalSeconds)) : null;

    // What is nearest to no difference at all.
    private static TimeSpan Between(TimeSpan earliest, TimeSpan latest) => earliest > TimeSpan.Zero ? earliest : latest < TimeSpan.Zero ? latest : TimeSpan.Zero;

    internal static SeenHeaders Read(HttpResponseHeaders headers, DateTimeOffset now) => new(
        now,
        headers.Date,
        headers.NonValidated
            .Where(h => Prefixes.Any(p => h.Key.StartsWith(p, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.Ordinal));
}
