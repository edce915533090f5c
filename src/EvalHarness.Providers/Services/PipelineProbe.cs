using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Providers.Endpoints;
using EvalHarness.Providers.Models;
using EvalHarness.Runs;

namespace EvalHarness.Providers.Services;

/// <summary>Tries a pipeline as a whole with one question: a service or a program, of which nobody here knows more than its reply.</summary>
/// <param name="endpoints">Those that the factory uses: its own, not a run's, with <see cref="EndpointRegistry.TriesOnce"/>.</param>
/// <param name="timeout">What it may take.</param>
public sealed class PipelineProbe(IPipelineFactory factory, EndpointRegistry endpoints, TimeSpan timeout, TimeProvider time)
{
    /// <param name="asked">What the pipeline is, before it is called.</param>
    public async Task<ProbeResult> ProbeAsync(ProbeResult asked, PipelineSpec spec, PipelineRequest request, CancellationToken cancellationToken)
    {
        factory.Check(spec);
        var pipeline = await factory.BuildAsync(spec, cancellationToken);
        var attempt = new WorkAttempt(new WorkItem("", "", spec.Name, CallLog.WarmUp, request));
        using var permits = new ConcurrencyPermits(1);
        var trace = (await new PipelineCaller(permits, timeout, time).CallAsync(attempt, pipeline, cancellationToken)).Trace;
        var seen = trace.Calls is [.., var last] ? endpoints.All.FirstOrDefault(e => e.Name == last.Endpoint)?.LastSeen : null;
        return Read(asked, trace).With(seen);
    }

    private static ProbeResult Read(ProbeResult asked, Trace trace) => trace.Answer is not { } answer
        ? asked.Failed(trace.Error!.Message)
        : asked with
        {
            ReportedModel = answer.Model,
            Latency = trace.ServiceLatency,
            UsageFields = answer.Usage is null ? [] : ["input", "output"],
            Found = string.Join(", ", Found(answer, trace)),
        };

    private static IEnumerable<string> Found(Answer answer, Trace trace)
    {
        yield return FormattableString.Invariant($"answer: {answer.Text.Length} characters");
        if (answer.Passages is { } passages)
            yield return FormattableString.Invariant($"passages: {passages.Count}");
        if (answer.Citations is { } citations)
            yield return FormattableString.Invariant($"citations: {citations.Count}");
        if (trace.Stages.Count > 0)
            yield return $"stages: {string.Join(" ", trace.Stages.Keys)}";
    }
}
