using EvalHarness.Runs;
using EvalHarness.Stub;
using EvalHarness.Stub.Faults;

namespace EvalHarness.Tests.Wire;

/// <summary>What was paid stays on record and is not paid again: attempts that were broken off, price names that are mended, runs that are recordings.</summary>
public class PaidOverHttpTests
{
    private const int Samples = 4;
    private const string Chats = "/v1/chat/completions";

    [Test]
    public async Task What_an_attempt_paid_before_its_endpoint_stopped_it_stands_in_the_ledger_and_counts_against_the_budget()
    {
        var faults = new SwitchedFaults(r => r.Path == Chats, Fault.Status(404, "no such model"));
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = faults });
        using var experiment = new WireExperiment(stub, "concurrency: 1", Samples, articles: 3, WireExperiment.Rag);

        var stopped = await experiment.EvaluateAsync("--max-cost", "1");

        Assert.That(stopped.ExitCode, Is.EqualTo(3), stopped.Error);
        var broken = experiment.Manifest.Preparation!.Where(p => p.What.StartsWith("broken off: rag, ", StringComparison.Ordinal)).ToList();
        Assert.That(broken.SelectMany(p => p.Calls!).Select(c => c.Kind), Is.EqualTo(new[] { "embedding", "rerank", "chat" }));
        Assert.That(experiment.Manifest.Stops!.Single().Cause, Is.EqualTo(StopCause.Endpoint));

        faults.AreMended = true;
        var finished = await experiment.EvaluateAsync("--max-cost", "1");

        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(experiment.Rows("samples.csv"), Has.Count.EqualTo(Samples));
        Assert.That(experiment.SpentUsd, Is.EqualTo(await experiment.CountedUsdAsync()));
    }

    [Test]
    public async Task A_price_name_that_is_mended_prices_what_is_there_and_pays_nothing_again()
    {
        var faults = new SwitchedFaults(r => r.Path == Chats && !r.Messages.Any(m => m.Content.Contains("link 1 ", StringComparison.Ordinal)), Fault.Status(404, "no such model"));
        await using var stub = await StubServer.StartAsync(new StubOptions { Faults = faults });
        using var experiment = new WireExperiment(stub, "concurrency: 1, cache: off", Samples, articles: 3, WireExperiment.Rag.Replace("name: reader", "name: reader, price_as: reder", StringComparison.Ordinal).Replace("name: embedder", "name: embedder, price_as: embeder", StringComparison.Ordinal));
        await experiment.EvaluateAsync();
        var before = experiment.Rows("samples.csv").Single(r => r["status"] == "answered")["cost_usd.total"];
        var asked = (await stub.QuietCountsAsync()).RequestsByPath[Chats];

        faults.AreMended = true;
        experiment.Change("experiment.yaml", "price_as: reder", "price_as: reader");
        experiment.Change("experiment.yaml", "price_as: embeder", "price_as: embedder");
        var finished = await experiment.EvaluateAsync();

        Assert.That(finished.ExitCode, Is.Zero, finished.Error);
        Assert.That(before, Is.Empty);
        Assert.That(experiment.Rows("samples.csv").Select(r => r["cost_usd.total"]), Is.All.Not.Empty.And.Exactly(Samples).Items);
        Assert.That((await stub.QuietCountsAsync()).RequestsByPath[Chats], Is.EqualTo(asked + Samples - 1), "only what failed is asked again");
        Assert.That(experiment.Rows("ledger.csv").Where(r => r["item"].StartsWith("dense index", StringComparison.Ordinal)).Select(r => r["usd"]), Is.All.Not.Empty);
    }

    [Test]
    public async Task A_run_as_a_recording_costs_what_it_cost_and_spends_nothing()
    {
        await using var stub = await StubServer.StartAsync();
        using var experiment = new WireExperiment(stub, "", Samples, articles: 3, WireExperiment.Rag);
        await experiment.EvaluateAsync();

        var again = await experiment.AlsoAsync($"{{ name: also, dataset: samples.jsonl, prices: prices.yaml, baseline: rec, pipelines: {{ rec: {{ kind: recorded, format: run, file: \"{experiment.Run}\" }} }} }}");

        Assert.That(Values(again, "cost_usd.total"), Is.EqualTo(Values(experiment.Rows("samples.csv"), "cost_usd.total")));
        Assert.That(Values(again, "cost_usd.spent"), Is.All.EqualTo("0"));
        Assert.That(Values(again, "latency_ms.service"), Is.EqualTo(Values(experiment.Rows("samples.csv"), "latency_ms.service")));
    }

    private static List<string> Values(IEnumerable<IReadOnlyDictionary<string, string>> rows, string column) => [.. rows.OrderBy(r => r["sample_id"], StringComparer.Ordinal).Select(r => r[column])];
}
