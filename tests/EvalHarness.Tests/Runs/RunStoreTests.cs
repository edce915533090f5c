using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using EvalHarness.Runs;

namespace EvalHarness.Tests.Runs;

internal sealed class RunStoreTests
{
    private static readonly PipelineSpec[] Pipelines = [Spec("rag"), Spec("hybrid")];
    private static readonly Metric Metric = new("exact-match", Unit.YesNo, Direction.Higher, "1");

    private TemporaryFolder folder = null!;
    private RunStore store = null!;

    [SetUp]
    public void Open()
    {
        folder = new TemporaryFolder();
        store = RunStore.Open(new RunFolder(folder.FullPath));
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task A_second_trace_of_the_same_attempt_is_ignored()
    {
        await PlanAsync(Some.Sample());
        var trace = Some.Trace(Some.Answer("first"));

        await store.Traces.WriteAsync(trace, default);
        await store.Traces.WriteAsync(trace with { Answer = Some.Answer("second") }, default);

        Assert.That(await store.Traces.CountAsync(default), Is.EqualTo(1));
        Assert.That(await store.Traces.DoneAsync([trace.WorkItem, "another"], default), Is.EquivalentTo(new[] { trace.WorkItem }));
    }

    [Test]
    public async Task A_retry_supersedes_the_failed_attempt_and_needs_scores_of_its_own()
    {
        var sample = Some.Sample();
        var item = await PlanAsync(sample);
        var failed = Some.Trace(null) with { WorkItem = item.Id };
        await store.Traces.WriteAsync(failed, default);
        await ScoreAsync("e1");
        Assert.That(await store.Traces.FailedAsync(default), Does.ContainKey(item.Id).WithValue(0));

        await store.Traces.WriteAsync(failed with { Attempt = 1, Error = null, Answer = Some.Answer("mended") }, default);

        Assert.That(await store.Traces.FailedAsync(default), Is.Empty);
        var row = (await RowsAsync("e1")).Single(r => r.Pipeline == item.Pipeline);
        Assert.That(row.Trace.Answer!.Text, Is.EqualTo("mended"));
        Assert.That(row.Scores, Is.Empty);
        Assert.That(await UnscoredAsync("e1"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_mended_gold_label_is_scored_again_and_not_asked_again()
    {
        var item = await PlanAsync(Some.Sample());
        await store.Traces.WriteAsync(Some.Trace(Some.Answer()) with { WorkItem = item.Id }, default);
        await ScoreAsync("e1");
        Assert.That(await UnscoredAsync("e1"), Is.Zero);

        await store.Samples.UpdateAsync(Async(Some.Sample() with { Answers = ["31 minutes"] }), default);

        Assert.That(await UnscoredAsync("e1"), Is.EqualTo(1));
        Assert.That(await store.Traces.DoneAsync([item.Id], default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_changed_question_is_refused()
    {
        await PlanAsync(Some.Sample());

        Assert.That(
            () => store.Samples.UpdateAsync(Async(Some.Sample(question: "Something else?")), default),
            Throws.TypeOf<InputException>().With.Message.Contains("sample 's1'").And.Message.Contains("start a new run"));
    }

    [Test]
    public async Task Samples_and_traces_come_back_as_they_went_in()
    {
        var sample = Some.Sample() with { Context = new Dictionary<string, string> { ["plan"] = "Crew" }, Tags = new Dictionary<string, string> { ["hops"] = "2" } };
        var item = await PlanAsync(sample);
        var passage = new Passage("reset#1", "reset", "Reset", "A \"link\" <b>", new TextSpan(3, 12), 1.5);
        await store.Traces.WriteAsync(
            Some.Trace(Some.Answer() with { Passages = [passage] }) with { WorkItem = item.Id, Stages = new Dictionary<string, TimeSpan> { ["search"] = TimeSpan.FromMilliseconds(1.5) } },
            default);

        var row = (await RowsAsync("none")).Single();

        Assert.That(row.Sample.Context["plan"], Is.EqualTo("Crew"));
        Assert.That(row.Sample.Tags["hops"], Is.EqualTo("2"));
        Assert.That(row.Trace.Answer!.Passages!.Single(), Is.EqualTo(passage));
        Assert.That(row.Trace.Stages["search"], Is.EqualTo(TimeSpan.FromMilliseconds(1.5)));
    }

    [Test]
    public async Task Many_writers_are_all_durable_when_they_are_told_so()
    {
        await Parallel.ForAsync(0, 2000, async (n, token) => await store.Traces.WriteAsync(Some.Trace(Some.Answer(), $"s{n}"), token));

        await using var another = RunStore.Open(new RunFolder(folder.FullPath));
        Assert.That(await another.Traces.CountAsync(default), Is.EqualTo(2000));
    }

    private static PipelineSpec Spec(string name) =>
        new(name, "chat", "/", [], new Dictionary<string, string> { ["model"] = name });

    private async Task<WorkItem> PlanAsync(Sample sample)
    {
        var plan = new RunPlan(Pipelines, null, repeats: 1, seed: 1);
        await store.Samples.WriteAsync(Async(sample), default);
        await store.Plan.WriteAsync(plan, default);
        return plan.Items(sample).First();
    }

    private async Task ScoreAsync(string evaluator)
    {
        await foreach (var item in store.Scores.WaitingAsync(evaluator, notScoredToo: false, default))
            await store.Scores.WriteAsync(item, evaluator, [Metric.Scored(true)], default);
    }

    private async Task<int> UnscoredAsync(string evaluator) => await store.Scores.WaitingAsync(evaluator, notScoredToo: false, default).CountAsync();

    private async Task<List<ResultRow>> RowsAsync(string evaluator) => await store.Scores.RowsAsync([evaluator], default).ToListAsync();

    private static async IAsyncEnumerable<Sample> Async(Sample sample)
    {
        await Task.Yield();
        yield return sample;
    }
}
