using System.Globalization;
using EvalHarness.Inputs;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints.Limits;
using EvalHarness.Statistics;
using Polly;

namespace EvalHarness.Providers.Endpoints;

/// <summary>One endpoint as all that call it see it: its limits, its tries, and whether it may still be called.</summary>
public sealed class Endpoint : IDisposable
{
    private readonly NamedEndpoint named;
    private readonly TimeProvider time;
    private readonly EndpointSecrets secrets;
    private readonly EndpointHandler handler;
    private readonly Admission admission;
    private readonly Breaker breaker;
    private readonly ResiliencePipeline pipeline;

    /// <param name="transport">Shared between endpoints: not disposed with this one.</param>
    /// <param name="isAdaptive">The run has no fixed load: where the options set no concurrency it is learned.</param>
    /// <param name="seed">Of the chance in back-off.</param>
    public Endpoint(NamedEndpoint named, HttpMessageHandler transport, TimeProvider time, bool isAdaptive, int seed)
    {
        (this.named, this.time, IsAdaptive) = (named, time, isAdaptive && named.Options.Limits.Concurrency is null);
        secrets = new EndpointSecrets(named);
        handler = new EndpointHandler(transport, secrets, named.Options.Http2, time);
        Http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        admission = new Admission(named.Options.Limits, IsAdaptive, time);
        breaker = new Breaker(named);
        var tries = new TryStrategy(admission, breaker, new FailureReader(secrets), named.Options.Tries);
        pipeline = TryPipeline.Build(named.Options.Tries, new BackOff(named.Options.Tries, new SeededRandom(seed, $"back-off:{named.Name}")), tries, time);
    }

    public string Name => named.Name;

    public EndpointOptions Options => named.Options;

    /// <summary>Calls the endpoint with its configured headers, and throws <see cref="EndpointException"/> for every failure status; no base address, no timeout of its own.</summary>
    public HttpClient Http { get; }

    /// <summary>Its concurrency is learned while it is called: latencies are then not for comparing.</summary>
    public bool IsAdaptive { get; }

    /// <summary>What was learned of its limits so far, in order; empty where they are fixed.</summary>
    public IReadOnlyList<LimitChange> LimitChanges => [.. admission.Changes.Select(c => c with { Endpoint = Name })];

    /// <summary>What it last said of its limits and its clock; absent before the first reply.</summary>
    public SeenHeaders? LastSeen => handler.LastSeen;

    /// <summary>The key from the environment; absent when the endpoint needs none.</summary>
    /// <exception cref="InputException">The environment variable is not set.</exception>
    public string? Key() => secrets.RequiredKey();

    /// <summary>Makes a call: waits for a permit, tries as often as the options allow, and writes all of it into the log, also when it fails.</summary>
    /// <exception cref="EndpointStoppedException">The endpoint failed too often in a way that trying again cannot mend.</exception>
    /// <exception cref="EndpointException">No try is left, or none would help.</exception>
    /// <exception cref="InputException">A configured header names an environment variable that is not set.</exception>
    public async Task<T> CallAsync<T>(CallIntent intent, CallLog log, Func<CallScope, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        // Before the first try: inside an SDK it would look like a failure of the endpoint.
        _ = secrets.Headers;
        var record = new CallRecord(intent, time) { Log = log };
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(CallRecord.Key, record);
        try
        {
            return await pipeline.ExecuteAsync(static async (c, s) => await s.call(s.record.Scope!, c.CancellationToken), context, (call, record));
        }
        catch (Exception exception) when (record.Failure is not null && exception is not EndpointStoppedException && !cancellationToken.IsCancellationRequested)
        {
            if (record.Failure.IsRetried)
                breaker.Failed(record.Failure, intent);
            breaker.Check(intent);
            throw Summary(record, record.Failure, exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            log.Add(record.ToCall(Name));
        }
    }

    /// <summary>What may be shown of a text that the endpoint sent.</summary>
    internal Excerpt Excerpt => secrets.Excerpt;

    /// <summary>What a pipeline sends besides the endpoint's own key and headers: no message of the endpoint's shows it.</summary>
    internal void Hide(IEnumerable<string> secrets) => this.secrets.Add(secrets);

    public void Dispose() => Http.Dispose();

    private EndpointException Summary(CallRecord record, Failure failure, Exception exception)
    {
        var tries = record.Count == 1 ? "1 try" : $"{record.Count} tries";
        var message = string.Create(CultureInfo.InvariantCulture, $"{Name}: {StatusTitle.Of(failure.Status)} after {tries} in {record.Spent.TotalSeconds:0.0} s: {failure.Reason}");
        return new EndpointException(message, failure.Status, failure.Reason, exception)
        {
            Code = failure.Code,
            RetryAfter = failure.RetryAfter,
            Address = failure.Address,
            IsOutage = failure.IsRetried,
            Mend = StopReason.Mend(Options, failure, record.Intent),
        };
    }
}
