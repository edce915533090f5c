using EvalHarness.Stub;

namespace EvalHarness.Tests.Wire;

/// <summary>Answers that only warm up are paid for too.</summary>
public class WarmUpOverHttpTests
{
    private const int Samples = 6;

    [Test]
    public async Task A_pipeline_that_calls_endpoints_is_not_warmed_up_unless_the_experiment_says_so()
    {
        await using var stub = await StubServer.StartAsync();
        using var experiment = new WireExperiment(stub, "", Samples, articles: 3, WireExperiment.Plain);

        var result = await experiment.EvaluateAsync();

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That((await stub.QuietCountsAsync()).Requests, Is.EqualTo(Samples));
        Assert.That(experiment.Manifest.Options.WarmUp, Is.Null);
    }

    [Test]
    public async Task What_warming_up_costs_stands_in_the_preparation_ledger_each_time()
    {
        await using var stub = await StubServer.StartAsync(new StubOptions { Answerer = StubAnswerers.Saying(new StubReply("30 minutes") { OutputTokens = 150 }) });
        using var experiment = new WireExperiment(stub, "warm_up: 2", Samples, articles: 3, WireExperiment.Rag);

        var stopped = await experiment.EvaluateAsync("--max-cost", "0.03");
        var spent = experiment.SpentUsd;

        Assert.That(stopped.ExitCode, Is.EqualTo(4), stopped.Error);
        Assert.That(spent, Is.EqualTo(await experiment.CountedUsdAsync()).And.LessThanOrEqualTo(0.03m));
        Assert.That(Items(experiment), Is.EqualTo(new[] { "dense index of corpus, 3 passages, embedder in memory", "warm-up of rag, s1", "warm-up of rag, s2" }));

        var finished = await experiment.EvaluateAsync("--max-cost", "1");

        var chats = (await stub.QuietCountsAsync()).RequestsByPath["/v1/chat/completions"];
        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(chats, Is.EqualTo(2 + Samples + 2));
        Assert.That(Items(experiment), Has.Count.EqualTo(3));
        Assert.That(experiment.SpentUsd, Is.EqualTo(await experiment.CountedUsdAsync()).And.GreaterThan(spent));
        Assert.That(experiment.Manifest.Preparation!.Where(p => p.What == "warm-up of rag, s1").Select(p => p.Calls!.Select(c => c.Kind)), Is.All.EqualTo(new[] { "embedding", "rerank", "chat" }).And.Exactly(2).Items);
    }

    private static List<string> Items(WireExperiment experiment) => [.. experiment.Rows("ledger.csv").Where(r => r["ledger"] == "preparation").Select(r => r["item"])];
}
