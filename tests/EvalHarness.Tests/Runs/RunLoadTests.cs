using EvalHarness.Comparisons;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Runs;

/// <summary>How many samples are in flight, and what a report says of latencies then.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RunLoadTests
{
    private readonly ScriptedPipelines pipelines = new();
    private int inFlight;
    private int most;

    [TestCase("concurrency: 2", 2)]
    [TestCase("concurrency: 1", 1)]
    public async Task A_fixed_load_is_never_exceeded(string load, int places)
    {
        using var evaluation = ScriptedEvaluation.CallingEndpoints(Slow(30), $"warm_up: 0, {load}", "slow");

        var report = await evaluation.RunAsync();

        Assert.That(most, Is.EqualTo(places));
        Assert.That(Latency(report).Badge, Is.EqualTo(Badge.Measured));
        Assert.That(report.Manifest.Notes, Is.Empty);
    }

    [Test]
    public async Task An_adaptive_run_leaves_the_load_to_the_endpoints_and_is_not_for_latency()
    {
        using var evaluation = ScriptedEvaluation.CallingEndpoints(Slow(200), "warm_up: 0", "slow", "again:slow", "slow2:other");

        var report = await evaluation.RunAsync();

        Assert.That(most, Is.EqualTo(2 * ScriptedEvaluation.Samples));
        Assert.That(Latency(report), Is.EqualTo(new FamilyBadge("latency", Badge.NotMeaningful, RunLoad.AdaptiveNote)));
        Assert.That(report.Manifest.Notes, Is.EqualTo(new[] { RunLoad.AdaptiveNote }));
    }

    [Test]
    public async Task Pipelines_that_compute_here_are_few_at_once_whoever_else_runs()
    {
        using var evaluation = new ScriptedEvaluation(Slow(100), "warm_up: 0, repeats: 2", "slow");

        var report = await evaluation.RunAsync();

        Assert.That(most, Is.LessThanOrEqualTo(8));
        Assert.That(Latency(report).Badge, Is.EqualTo(Badge.Measured));
    }

    [Test]
    public async Task A_run_that_goes_on_under_another_load_is_not_for_latency()
    {
        using var evaluation = new ScriptedEvaluation(Slow(1), "warm_up: 0, concurrency: 1", "slow") { StopAfter = 2 };
        Assert.That(evaluation.RunAsync, Throws.InstanceOf<OperationCanceledException>());
        evaluation.Restart();
        evaluation.Overrides = ["run.concurrency=2"];

        var report = await evaluation.RunAsync();

        Assert.That(Latency(report).Why, Is.EqualTo(RunLoad.ChangedNote));
    }

    [Test]
    public async Task Arrivals_wait_for_nobody_and_felt_latency_counts_from_when_they_should_have_come()
    {
        using var evaluation = new ScriptedEvaluation(Slow(600), "warm_up: 0, arrival_rate: 20", "slow");

        var report = await evaluation.RunAsync();

        var traces = await report.Rows(default).Select(r => r.Trace).OrderBy(t => t.IntendedAt).ToListAsync();
        Assert.That(most, Is.EqualTo(ScriptedEvaluation.Samples));
        Assert.That(traces.Zip(traces.Skip(1), (a, b) => b.IntendedAt - a.IntendedAt), Is.All.EqualTo(TimeSpan.FromMilliseconds(50)));
        Assert.That(traces.Select(t => t.FeltLatency - t.ServiceLatency), Is.EqualTo(traces.Select(Late)).Within(TimeSpan.FromMilliseconds(1)));
        Assert.That(Latency(report).Badge, Is.EqualTo(Badge.Measured));
    }

    [Test]
    public async Task A_schedule_keeps_intended_times_however_late_it_is_read()
    {
        var time = new FakeTimeProvider();
        var start = time.GetUtcNow();
        var items = Enumerable.Range(0, 4).Select(i => new WorkAttempt(new WorkItem($"w{i}", "s", "p", 0, PipelineRequest.For(Some.Sample(), null)))).ToAsyncEnumerable();
        List<DateTimeOffset?> intended = [];

        await foreach (var attempt in new ArrivalSchedule(2, time).ArriveAsync(items, default, default))
        {
            intended.Add(attempt.IntendedAt);
            // Whoever reads is busy for longer than the interval.
            time.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.That(intended, Is.EqualTo(new DateTimeOffset?[] { start, start.AddSeconds(0.5), start.AddSeconds(1), start.AddSeconds(1.5) }));
    }

    private ScriptedPipelines Slow(int milliseconds) => pipelines.With("slow", (r, _, t) => AnswerAsync(r, milliseconds, t)).With("other", (r, _, t) => AnswerAsync(r, milliseconds, t));

    private async Task<Answer> AnswerAsync(PipelineRequest request, int milliseconds, CancellationToken token)
    {
        var now = Interlocked.Increment(ref inFlight);
        InterlockedMax(now);
        await Task.Delay(milliseconds, token);
        Interlocked.Decrement(ref inFlight);
        return Some.Answer(ScriptedEvaluation.Right(request));
    }

    private void InterlockedMax(int now)
    {
        lock (pipelines)
            most = Math.Max(most, now);
    }

    // A timer may fire a moment early; nobody waited a negative time.
    private static TimeSpan Late(Trace trace) => trace.StartedAt - trace.IntendedAt!.Value is var late && late > TimeSpan.Zero ? late : TimeSpan.Zero;

    private static FamilyBadge Latency(RunReport report) => report.Badges.Single(b => b.Family == "latency");
}
