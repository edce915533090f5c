using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Experiments.Forecasts;

/// <summary>How long calls are taken to last: nothing tells before an endpoint has been called.</summary>
/// <param name="endpoints">The experiment's, by name.</param>
internal sealed class CallDuration(RunOptions options, IReadOnlyDictionary<string, EndpointOptions> endpoints)
{
    private const int PlacesOfAnAdaptiveRun = 8;

    public static string Assumption =>
        "A call lasts .3 s and 1 s for every 200 tokens out at the least, 2 s and 1 s for every 20 at the most; of a service up to 30 s; of a model in the program up to .2 s. " +
        $"So many are in flight as the run or endpoint says, or {PlacesOfAnAdaptiveRun}; limits per minute count, failed tries do not.";

    public MinuteRange Of(CallEstimate call, long calls, TokenRange? input, TokenRange? output)
    {
        var (low, high) = (calls * Seconds(call, 0.3) + (output?.Low ?? 0) / 200.0, calls * Seconds(call, call.Kind == "service" ? 30 : 2) + (output?.High ?? 0) / 20.0);
        if (call.Endpoint is null && call.Kind == "chat")
            (low, high) = (calls * 0.001, calls * 0.2);
        var endpoint = call.Endpoint is { } name ? NamedEndpoint.Find(name, endpoints)?.Options.Limits : null;
        var places = 60.0 * (options.Concurrency ?? endpoint?.Concurrency ?? PlacesOfAnAdaptiveRun);
        var (fastest, slowest) = (Fastest(endpoint, calls, input?.Low, output?.Low), Fastest(endpoint, calls, input?.High, output?.High));
        return new MinuteRange(Math.Max(low / places, fastest), Math.Max(high / places, slowest));
    }

    private double Fastest(LimitOptions? limits, long calls, long? input, long? output) => new[]
    {
        limits?.Rpm is { } rpm ? calls / (double)rpm : 0,
        limits?.Tpm is { } tpm ? ((input ?? 0) + (output ?? 0)) / (double)tpm : 0,
        options.ArrivalRate is { } rate ? calls / (60 * rate) : 0,
    }.Max();

    private static double Seconds(CallEstimate call, double seconds) => call.Kind is "embedding" or "rerank" ? seconds / 2 : seconds;
}
