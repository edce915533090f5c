using System.Globalization;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;

namespace EvalHarness.Benchmarks.Limits;

/// <summary>How much of a hidden rate the adaptive limits reach, and how many calls are refused on the way: in steady state, in real time.</summary>
internal static class LimitBenchmark
{
    private const int Callers = 128;
    private const double LeastReached = 0.85;
    private const double MostRefused = 0.05;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(60);

    private static readonly HiddenLimit[] Limits =
    [
        new(2, 2, TimeSpan.FromMilliseconds(300), SaysWhen: true),
        new(5, 1, TimeSpan.FromMilliseconds(200), SaysWhen: false),
        new(5, 5, TimeSpan.FromSeconds(2), SaysWhen: true),
        new(20, 20, TimeSpan.FromMilliseconds(50), SaysWhen: false),
        new(20, 5, TimeSpan.FromMilliseconds(500), SaysWhen: true),
        new(50, 50, TimeSpan.FromMilliseconds(300), SaysWhen: true),
        new(100, 100, TimeSpan.FromMilliseconds(100), SaysWhen: false),
        new(200, 50, TimeSpan.FromMilliseconds(100), SaysWhen: true),
    ];

    /// <summary>Whether every limit was used as well as promised.</summary>
    public static async Task<bool> RunAsync(TextWriter output, TimeProvider time)
    {
        await output.WriteLineAsync("true rate/s  burst  latency  Retry-After  reached/s  share  refused  in flight");
        var results = await Task.WhenAll(Limits.Select(l => MeasureAsync(l, time)));
        foreach (var (line, _) in results)
            await output.WriteLineAsync(line);
        var isKept = results.All(r => r.IsKept);
        await output.WriteLineAsync(isKept ? "kept: at least 85 % of the true rate, less than 5 % refused" : "NOT kept: at least 85 % of the true rate, less than 5 % refused");
        return isKept;
    }

    private static async Task<(string Line, bool IsKept)> MeasureAsync(HiddenLimit limit, TimeProvider time)
    {
        using var bucket = new HiddenBucket(limit, time);
        using var registry = new EndpointRegistry(time, adaptive: true, seed: 1, bucket);
        var endpoint = registry.Get(new NamedEndpoint("hidden", new EndpointOptions { Provider = "http", Tries = new TryOptions { Count = 50 } }));
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, Callers).Select(_ => CallOnAsync(endpoint, stop.Token)).ToArray();

        await Task.Delay(WarmUp, time);
        bucket.Take();
        var began = time.GetTimestamp();
        await Task.Delay(Measured, time);
        var (served, refused) = bucket.Take();
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        await stop.CancelAsync();
        await Task.WhenAll(callers);
        return Result(limit, served / seconds, refused / (double)(served + refused), endpoint);
    }

    private static (string Line, bool IsKept) Result(HiddenLimit limit, double reached, double refused, Endpoint endpoint)
    {
        var share = reached / limit.PerSecond;
        var concurrency = endpoint.LimitChanges.LastOrDefault(c => c.Limit == "concurrency")?.To ?? 8;
        var line = string.Create(CultureInfo.InvariantCulture, $"{limit.PerSecond,11}  {limit.Burst,5}  {limit.Latency.TotalSeconds,5:0.00} s  {(limit.SaysWhen ? "1 s" : "no"),11}  {reached,9:0.0}  {share,5:0.0 %}  {refused,7:0.0 %}  {concurrency,9:0}");
        return (line, share >= LeastReached && refused < MostRefused);
    }

    private static async Task CallOnAsync(Endpoint endpoint, CancellationToken cancellationToken)
    {
        var uri = new Uri("http://hidden.test/");
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await endpoint.CallAsync(new CallIntent("service", Model: null, Tokens: 0), new CallLog(), async (_, token) =>
                {
                    using var response = await endpoint.Http.GetAsync(uri, token);
                    return response.IsSuccessStatusCode;
                }, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (EndpointException)
            {
                // It was refused too long: the bucket has counted each time, and the next call begins.
            }
        }
    }
}
