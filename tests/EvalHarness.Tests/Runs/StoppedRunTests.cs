using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Runs;

/// <summary>Runs that end before everything is answered: what is on record, what is told, and how they go on.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class StoppedRunTests
{
    private const string Serial = "warm_up: 0, concurrency: 1";

    private readonly ScriptedPipelines pipelines = new ScriptedPipelines().With("fine", ScriptedEvaluation.Right);
    private int deadCalls;
    private bool mended;

    [Test]
    public async Task A_dead_endpoint_stops_its_pipeline_and_no_other()
    {
        using var evaluation = WithDeadEndpoint();

        var report = await evaluation.RunAsync();

        Assert.That(evaluation.Rows().CountBy(r => (r["pipeline"], r["status"])), Is.EquivalentTo(new[] { KeyValuePair.Create(("fine", "answered"), 6), KeyValuePair.Create(("dead", "failed"), 2) }));
        Assert.That(evaluation.Rows().Where(r => r["status"] == "failed").Select(r => r["error"]), Is.All.EqualTo("endpoint: main: 401, the key is wrong"));
        Assert.That(deadCalls, Is.EqualTo(3));
        Assert.That(report.Manifest.Stops, Is.EqualTo(new[] { new RunStop(StopCause.Endpoint, "dead", "Pipeline 'dead' was stopped: main: 3 hard failures in a row, the last: 401. Mend it, then give the same command again.") }));
        Assert.That(report.Manifest.FinishedAt, Is.Null);
        Assert.That(report.Manifest.Notes, Has.Some.EqualTo(report.Manifest.Stops![0].Message).And.Some.StartsWith("Unfinished: 4 of 12"));
        Assert.That(evaluation.Folder.ReadManifest().Stops, Is.EqualTo(report.Manifest.Stops));
    }

    [Test]
    public async Task The_same_command_makes_up_what_failed_and_what_is_missing_once_the_endpoint_is_mended()
    {
        using var evaluation = WithDeadEndpoint();
        await evaluation.RunAsync();
        mended = true;

        var report = await evaluation.RunAsync();

        Assert.That(evaluation.Rows().Select(r => r["status"]), Is.All.EqualTo("answered").And.Exactly(12).Items);
        Assert.That((await TracesAsync(report)).Where(t => t.Pipeline == "dead").Select(t => t.Attempt).Order(), Is.EqualTo(new[] { 0, 0, 0, 0, 1, 1 }));
        Assert.That((report.Manifest.Stops, report.Manifest.FinishedAt is not null), Is.EqualTo(((IReadOnlyList<RunStop>?)null, true)));
    }

    [TestCase(true, 6)]
    [TestCase(false, 2)]
    public async Task A_retry_makes_up_what_is_missing_unless_only_failures_are_asked_for(bool missingToo, int answers)
    {
        using var evaluation = WithDeadEndpoint();
        await evaluation.RunAsync();
        mended = true;

        await evaluation.RetryAsync(missingToo);

        Assert.That(evaluation.Rows().Count(r => r is { } row && row["pipeline"] == "dead" && row["status"] == "answered"), Is.EqualTo(answers));
    }

    [Test]
    public void A_run_that_is_stopped_before_its_first_answer_says_why()
    {
        pipelines.With("dead", (_, _, _) => throw new EndpointStoppedException("main", "401."));
        using var evaluation = new ScriptedEvaluation(pipelines, Serial, "dead");

        Assert.That(evaluation.RunAsync, Throws.TypeOf<RunStoppedException>().With.Message.StartsWith("Pipeline 'dead' was stopped: main: 401. Mend it"));
    }

    [Test]
    public async Task A_deadline_stops_the_run_and_keeps_what_was_in_flight()
    {
        pipelines.With("slow", async (request, _, token) =>
        {
            await Task.Delay(400, token);
            return Some.Answer(ScriptedEvaluation.Right(request));
        });
        using var evaluation = new ScriptedEvaluation(pipelines, Serial + ", deadline_seconds: 1", "slow");

        var report = await evaluation.RunAsync();

        Assert.That(report.Manifest.Stops!.Single(), Is.EqualTo(new RunStop(StopCause.Deadline, null, "The run was stopped at its deadline of 1 s.")));
        Assert.That(report.Manifest.FinishedAt, Is.Null);
        Assert.That(evaluation.Rows(), Has.Count.EqualTo(pipelines.Calls.Count).And.Count.InRange(1, 4));

        evaluation.Overrides = ["run.deadline_seconds="];
        Assert.That((await evaluation.RunAsync()).Manifest.Stops, Is.Null);
        Assert.That(pipelines.Calls, Has.Count.EqualTo(ScriptedEvaluation.Samples));
    }

    [Test]
    public async Task A_budget_is_used_up_and_never_exceeded()
    {
        // Two are set aside for an answer, one is spent: the fourth could make it five.
        var limit = new Purse(4);
        using var evaluation = new ScriptedEvaluation(pipelines, "warm_up: 0, concurrency: 4", "fine") { SpendLimit = limit };

        var report = await evaluation.RunAsync();

        Assert.That(report.Manifest.Stops!.Single().Cause, Is.EqualTo(StopCause.Budget));
        Assert.That((evaluation.Rows().Count, limit.Spent, limit.Reserved), Is.EqualTo((3, 3, 0)));
        Assert.That(limit.Most, Is.LessThanOrEqualTo(4));
    }

    [Test]
    public async Task Warming_up_is_paid_from_the_budget_too()
    {
        var limit = new Purse(100);
        using var evaluation = new ScriptedEvaluation(pipelines, "warm_up: 2, concurrency: 1", "fine") { SpendLimit = limit };

        await evaluation.RunAsync();

        Assert.That(limit.Spent, Is.EqualTo(2 + ScriptedEvaluation.Samples));
    }

    [Test]
    public async Task What_was_learned_of_limits_is_on_record_after_an_interruption_and_after_a_retry_too()
    {
        var learned = new LimitChange(DateTimeOffset.UnixEpoch, "rate", null, 5, "429");
        using var evaluation = new ScriptedEvaluation(pipelines, Serial, "fine") { LimitChanges = [learned], StopAfter = 2 };

        Assert.That(evaluation.RunAsync, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(evaluation.Folder.ReadManifest().LimitChanges, Is.EqualTo(new[] { learned }));

        evaluation.Restart();
        evaluation.LimitChanges = [learned with { To = 4 }];
        await evaluation.RetryAsync();

        Assert.That(evaluation.Folder.ReadManifest().LimitChanges!.Select(c => c.To), Is.EqualTo(new[] { 5d, 4d }));
    }

    private ScriptedEvaluation WithDeadEndpoint()
    {
        pipelines.With("dead", (request, _, _) => mended ? Task.FromResult(Some.Answer(ScriptedEvaluation.Right(request))) : throw Failure(++deadCalls));
        return new ScriptedEvaluation(pipelines, Serial, "fine", "dead");

        static Exception Failure(int call) => call < 3 ? new Refused() : new EndpointStoppedException("main", "3 hard failures in a row, the last: 401.");
    }

    private static async Task<List<Trace>> TracesAsync(RunReport report) => await report.Rows(default).Select(r => r.Trace).ToListAsync();

    private sealed class Refused() : Exception("main: 401, the key is wrong"), IEndpointFailure;

    private sealed class Purse(int limit) : ISpendLimit
    {
        private readonly Lock gate = new();

        public int Spent { get; private set; }

        public int Reserved { get; private set; }

        public int Most { get; private set; }

        public bool TryReserve(WorkItem item)
        {
            lock (gate)
            {
                if (Spent + Reserved + 2 > limit)
                    return false;
                Reserved += 2;
                Most = Math.Max(Most, Spent + Reserved);
                return true;
            }
        }

        public void Settle(WorkItem item, Trace trace)
        {
            lock (gate)
                (Reserved, Spent) = (Reserved - 2, Spent + 1);
        }
    }
}
