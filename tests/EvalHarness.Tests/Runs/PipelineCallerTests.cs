using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Runs;

internal sealed class PipelineCallerTests
{
    private static readonly WorkItem Item = new("w1", "s1", "rag", 0, PipelineRequest.For(Some.Sample(), null));

    private readonly FakeTimeProvider time = new();

    [Test]
    public async Task An_answer_becomes_a_trace_with_its_latency_and_stages()
    {
        var pipeline = new Scripted(async (clock, _) =>
        {
            await clock.TimeAsync(Stage.Search, () => { time.Advance(TimeSpan.FromMilliseconds(5)); return Task.FromResult(0); });
            time.Advance(TimeSpan.FromMilliseconds(7));
            return Some.Answer("yes");
        });

        var trace = await CallAsync(pipeline);

        Assert.That(trace.Answer!.Text, Is.EqualTo("yes"));
        Assert.That(trace.Error, Is.Null);
        Assert.That(trace.ServiceLatency, Is.EqualTo(TimeSpan.FromMilliseconds(12)));
        Assert.That(trace.Stages["search"], Is.EqualTo(TimeSpan.FromMilliseconds(5)));
    }

    [Test]
    public async Task A_pipeline_that_throws_is_a_failed_trace_with_its_error()
    {
        var trace = await CallAsync(new Scripted((_, _) => throw new InvalidOperationException("no such model")));

        Assert.That(trace.Answer, Is.Null);
        Assert.That(trace.Error!.ToString(), Is.EqualTo("exception: InvalidOperationException: no such model"));
    }

    [Test]
    public async Task An_answer_that_is_in_no_recording_has_no_latency()
    {
        var trace = await CallAsync(new Scripted((_, _) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(3));
            throw new NotRecordedException("the question is not in the recording");
        }));

        Assert.That(trace.Error!.ToString(), Is.EqualTo("recorded: the question is not in the recording"));
        Assert.That((trace.HasLatency, trace.ServiceLatency), Is.EqualTo((false, TimeSpan.Zero)));
    }

    [TestCase("")]
    [TestCase("  \n")]
    public async Task A_pipeline_that_returns_nothing_is_a_failed_trace(string nothing)
    {
        var trace = await CallAsync(new Scripted((_, _) => Task.FromResult(Some.Answer(nothing))));

        Assert.That(trace.Error!.Kind, Is.EqualTo("empty"));
    }

    [Test]
    public async Task A_pipeline_that_ignores_its_deadline_is_a_timeout_of_at_least_its_limit()
    {
        using var never = new ManualResetEventSlim();
        var entered = new TaskCompletionSource();
        var pipeline = new Scripted((_, _) => { entered.SetResult(); never.Wait(CancellationToken.None); return Task.FromResult(Some.Answer()); });

        var calling = CallAsync(pipeline);
        await entered.Task;
        time.Advance(TimeSpan.FromSeconds(20));
        // It gets a second to put its affairs in order, and does not use it.
        while (!calling.IsCompleted)
        {
            await Task.Delay(1);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        var trace = await calling;
        never.Set();

        Assert.That(trace.Error!.ToString(), Is.EqualTo("timeout: no answer within 20 s"));
        Assert.That(trace.ServiceLatency, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void Cancellation_makes_no_trace()
    {
        using var stop = new CancellationTokenSource();
        var pipeline = new Scripted(async (_, token) => { await stop.CancelAsync(); token.ThrowIfCancellationRequested(); return Some.Answer(); });

        Assert.That(() => CallAsync(pipeline, stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Waiting_for_a_permit_is_in_neither_latency()
    {
        var trace = (await new PipelineCaller(new SlowPermits(time, TimeSpan.FromSeconds(3)), TimeSpan.FromSeconds(20), time)
            .CallAsync(new WorkAttempt(Item), new Scripted((_, _) => Task.FromResult(Some.Answer())), CancellationToken.None)).Trace;

        Assert.That(trace.QueueTime, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(trace.ServiceLatency, Is.EqualTo(TimeSpan.Zero));
        Assert.That(trace.FeltLatency, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Waiting_for_the_harness_does_not_use_up_the_deadline()
    {
        var pipeline = new Scripted((clock, token) =>
        {
            using (clock.Calls.Wait())
                time.Advance(TimeSpan.FromSeconds(60));
            time.Advance(TimeSpan.FromSeconds(19));
            token.ThrowIfCancellationRequested();
            return Task.FromResult(Some.Answer());
        });

        Assert.That((await CallAsync(pipeline)).Error, Is.Null);
    }

    [Test]
    public async Task After_waiting_the_deadline_runs_on()
    {
        var pipeline = new Scripted((clock, token) =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            using (clock.Calls.Wait())
                time.Advance(TimeSpan.FromSeconds(60));
            time.Advance(TimeSpan.FromSeconds(10));
            token.ThrowIfCancellationRequested();
            return Task.FromResult(Some.Answer());
        });

        Assert.That((await CallAsync(pipeline)).Error?.Kind, Is.EqualTo("timeout"));
    }

    [Test]
    public async Task A_timeout_keeps_the_tries_that_were_made()
    {
        var pipeline = new Scripted(async (clock, token) =>
        {
            try
            {
                time.Advance(TimeSpan.FromSeconds(20));
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                clock.Calls.Add(new ModelCall { Kind = "chat", Endpoint = "main", Tries = [new Try(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.FromSeconds(20), "timeout", "no reply")] });
            }

            return Some.Answer();
        });

        var trace = await CallAsync(pipeline);

        Assert.That((trace.Error!.Kind, trace.Calls.Single().Tries.Single().Status), Is.EqualTo(("timeout", "timeout")));
    }

    [Test]
    public async Task What_an_endpoint_did_wrong_is_said_without_the_wrapping_around_it()
    {
        var trace = await CallAsync(new Scripted((_, _) => throw new InvalidOperationException("wrapped", new Refused())));

        Assert.That(trace.Error!.ToString(), Is.EqualTo("endpoint: main: 404, no such model"));
    }

    [Test]
    public async Task An_endpoint_that_nobody_calls_any_more_is_told_apart_from_a_failed_answer()
    {
        using var permits = new ConcurrencyPermits(1);
        var pipeline = new Scripted((_, _) => throw new AggregateException(new EndpointStoppedException("main", "3 hard failures")));

        var call = await new PipelineCaller(permits, TimeSpan.FromSeconds(20), time).CallAsync(new WorkAttempt(Item), pipeline, CancellationToken.None);

        Assert.That(call.Stopped!.Endpoint, Is.EqualTo("main"));
    }

    [Test]
    public async Task Felt_latency_counts_from_when_the_call_should_have_begun()
    {
        var late = new WorkAttempt(Item) { IntendedAt = time.GetUtcNow() - TimeSpan.FromSeconds(4) };
        var pipeline = new Scripted((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(Some.Answer());
        });

        var trace = await CallAsync(late, pipeline);

        Assert.That((trace.ServiceLatency, trace.FeltLatency, trace.IntendedAt), Is.EqualTo((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), late.IntendedAt)));
    }

    private Task<Trace> CallAsync(IPipeline pipeline, CancellationToken token = default) => CallAsync(new WorkAttempt(Item), pipeline, token);

    private async Task<Trace> CallAsync(WorkAttempt attempt, IPipeline pipeline, CancellationToken token = default)
    {
        using var permits = new ConcurrencyPermits(1);
        return (await new PipelineCaller(permits, TimeSpan.FromSeconds(20), time).CallAsync(attempt, pipeline, token)).Trace;
    }

    private sealed class Scripted(Func<StageClock, CancellationToken, Task<Answer>> script) : IPipeline
    {
        public Task<Answer> AnswerAsync(PipelineRequest request, StageClock clock, CancellationToken cancellationToken) => script(clock, cancellationToken);
    }

    private sealed class Refused() : Exception("main: 404, no such model"), IEndpointFailure;

    private sealed class SlowPermits(FakeTimeProvider time, TimeSpan wait) : IPermits
    {
        public ValueTask<IDisposable> AcquireAsync(string resource, CancellationToken cancellationToken)
        {
            time.Advance(wait);
            return new ValueTask<IDisposable>(new MemoryStream());
        }
    }
}
