namespace EvalHarness.Providers.Models;

/// <summary>Notes what a response's headers say, for a probe.</summary>
internal sealed class ProbedHeaders(TimeProvider time)
{
    private const string Limit = "ratelimit";

    public IReadOnlyDictionary<string, string> Limits { get; private set; } = new Dictionary<string, string>();

    public TimeSpan? ClockSkew { get; private set; }

    public void See(HttpResponseMessage response)
    {
        Limits = new SortedDictionary<string, string>(
            response.Headers.Where(h => h.Key.Contains(Limit, StringComparison.OrdinalIgnoreCase)).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)),
            StringComparer.OrdinalIgnoreCase);
        if (response.Headers.Date is { } date)
            ClockSkew = TimeSpan.FromSeconds(Math.Round((date - time.GetUtcNow()).TotalSeconds));
    }
}
