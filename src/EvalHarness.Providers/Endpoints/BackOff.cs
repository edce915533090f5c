using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Statistics;

namespace EvalHarness.Providers.Endpoints;

/// <summary>How long to wait before the next try: what the endpoint asks for, else twice as long each time, half as much more or less by chance.</summary>
internal sealed class BackOff(TryOptions options, SeededRandom random)
{
    private readonly Lock gate = new();

    /// <param name="tries">Tries that have failed, from 1.</param>
    /// <param name="retryAfter">What the endpoint asks for; zero says no more than that it may be tried again.</param>
    public TimeSpan After(int tries, TimeSpan? retryAfter)
    {
        if (retryAfter is { Ticks: > 0 } asked)
            return asked > Longest ? Longest : asked;
        var wait = options.FirstWaitSeconds * Math.Pow(2, Math.Min(tries - 1, 30)) * (0.5 + Chance());
        return wait > options.LongestWaitSeconds ? Longest : TimeSpan.FromSeconds(wait);
    }

    private TimeSpan Longest => TimeSpan.FromSeconds(options.LongestWaitSeconds);

    private double Chance()
    {
        lock (gate)
            return random.NextDouble();
    }
}
