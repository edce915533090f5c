using EvalHarness.Runs;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>The corpus cannot be embedded: the pipeline that needs it is stopped, the others answer, and what was paid is not paid again.</summary>
public class IndexFailureTests
{
    private const int Samples = 5;
    private const string Embeddings = "/v1/embeddings";

    [TestCase(401, "it is refused", 1, "key_env")]
    [TestCase(400, "the input is too long", 1, "Mend what it complains of")]
    [TestCase(503, "overloaded today", 3, "wait until it is back")]
    public async Task The_pipeline_is_stopped_with_one_message_and_the_others_answer(int status, string said, int tries, string mend)
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultWhere(r => r.Path == Embeddings, new FaultAlways(Fault.Status(status, said))) });
        using var experiment = new WireExperiment(stub, "", Samples, articles: 3, WireExperiment.Plain, WireExperiment.Rag);

        var result = await experiment.EvaluateAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain("Pipeline 'rag' was stopped before its first question: local: ").And.Contain($"{status}").And.Contain(said).And.Contain(mend).And.Contain("the same command again"));
        Assert.That(result.Error, Does.Not.Contain("bug").And.Not.Contain("see the errors in samples.csv"));
        Assert.That(experiment.Manifest.Stops!.Single(), Has.Property("Cause").EqualTo(StopCause.Endpoint).And.Property("Pipeline").EqualTo("rag"));
        Assert.That(experiment.Text("summary.md"), Does.Contain("Pipeline 'rag' was stopped"));
        Assert.That(experiment.Rows("samples.csv").Select(r => (r["pipeline"], r["status"])), Is.All.EqualTo(("plain", "answered")).And.Exactly(Samples).Items);
        Assert.That(experiment.Manifest.Preparation!.Single().Calls!.Single().Tries.Select(t => t.Status), Is.EqualTo(Enumerable.Repeat($"{status}", tries)));
        Assert.That((await stub.QuietCountsAsync()).RequestsByPath[Embeddings], Is.EqualTo(tries));
        Assert.That(experiment.SpentUsd, Is.EqualTo(await experiment.CountedUsdAsync()));
    }

    [Test]
    public async Task As_the_baseline_it_leaves_the_figures_of_the_others_and_nothing_to_compare()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultWhere(r => r.Path == Embeddings, new FaultAlways(Fault.Status(400, "the input is too long"))) });
        using var experiment = new WireExperiment(stub, "", Samples, articles: 3, WireExperiment.Rag, WireExperiment.Plain);

        var result = await experiment.EvaluateAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain("Pipeline 'rag' was stopped before its first question: local: ").And.Not.Contain("bug"));
        Assert.That(experiment.Rows("summary.csv").Select(r => r["pipeline"]).Distinct(), Is.EqualTo(new[] { "plain" }));
        Assert.That(experiment.Rows("comparisons.csv"), Is.Empty);
        Assert.That(experiment.Text("summary.md"), Does.Contain("Stopped by its endpoint: rag").And.Not.Contain("better than"));
    }

    [Test]
    public async Task Alone_it_leaves_a_run_without_an_answer_that_says_why()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = new FaultWhere(r => r.Path == Embeddings, new FaultAlways(Fault.ResetBeforeHeaders)) });
        using var experiment = new WireExperiment(stub, "", Samples, articles: 3, WireExperiment.Rag);

        var result = await experiment.EvaluateAsync();

        Assert.That(result.ExitCode, Is.EqualTo(3), result.Error);
        Assert.That(result.Error, Does.Contain("Pipeline 'rag' was stopped before its first question: local: ").And.Contain("3 tries"));
        Assert.That((await stub.QuietCountsAsync()).RequestsByPath.Keys, Is.EqualTo(new[] { Embeddings }));
    }

    [Test]
    public async Task Batches_that_were_paid_are_not_paid_again()
    {
        var faults = new SwitchedFaults(r => r.Messages.Any(m => m.Content.Contains("Article 290", StringComparison.Ordinal)), Fault.Status(400, "the input is too long"));
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = faults });
        using var experiment = new WireExperiment(stub, "", Samples, articles: 300, WireExperiment.Plain, WireExperiment.Rag);

        var stopped = await experiment.EvaluateAsync();
        var (spent, batches) = (await experiment.CountedUsdAsync(), (await stub.QuietCountsAsync()).RequestsByPath[Embeddings]);
        var ledger = experiment.SpentUsd;
        faults.AreMended = true;
        var finished = await experiment.EvaluateAsync();

        var counts = await stub.QuietCountsAsync();
        Assert.That((stopped.ExitCode, finished.ExitCode), Is.EqualTo((3, 0)), stopped.Error + finished.Error);
        Assert.That(batches, Is.EqualTo(3));
        Assert.That(ledger, Is.EqualTo(spent), "what an unfinished index cost is on record");
        Assert.That(counts.RequestsByPath[Embeddings], Is.EqualTo(batches + 1 + Samples), "one batch more, and the questions");
        Assert.That(counts.Tries.Values.Order().TakeLast(2), Is.EqualTo(new[] { 1, 2 }), "only what was refused is sent again");
        Assert.That(experiment.SpentUsd, Is.EqualTo(await experiment.CountedUsdAsync()));
        Assert.That(experiment.Rows("samples.csv"), Has.Count.EqualTo(2 * Samples));
    }
}
