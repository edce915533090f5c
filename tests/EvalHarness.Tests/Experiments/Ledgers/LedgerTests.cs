using EvalHarness.Experiments;
using EvalHarness.Experiments.Ledgers;
using EvalHarness.Inputs;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using EvalHarness.Tests.Reports;

namespace EvalHarness.Tests.Experiments.Ledgers;

public sealed class LedgerTests
{
    private TemporaryFolder folder = null!;
    private RunStore store = null!;

    [SetUp]
    public void SetUp()
    {
        folder = new TemporaryFolder();
        folder.Write("samples.jsonl", "");
        folder.Write("prices.yaml", "date: 2026-11-23\nsource: a list\ncurrency: USD\nmodels:\n  some-model: { input: 1, output: 10 }\n  embedder: { input: 0.1 }\n");
        store = RunStore.Open(new RunFolder(folder.FullPath));
    }

    [TearDown]
    public async Task TearDown()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Every_attempt_is_in_the_ledger_and_what_the_cache_answered_is_not_spent()
    {
        await WriteAsync(Answered("s1"), Answered("s2") with { Calls = [Chat with { FromCache = true }] }, Answered("s1") with { Attempt = 1 });

        var entry = (await EntriesAsync()).Single(e => e.Ledger == LedgerKind.SystemUnderTest);

        Assert.That((entry.Pipelines.Single(), entry.Item, entry.Usd, entry.SpentUsd, entry.Unknown), Is.EqualTo(("rag", "generation", (decimal?)0.0009m, (decimal?)0.0006m, 0)));
        Assert.That((entry.Basis, entry.Date), Is.EqualTo(("3 priced parts of 3 answers by some-model", "2026-11-23")));
    }

    [Test]
    public async Task An_unknown_price_is_unknown_in_the_ledger_too()
    {
        await WriteAsync(Some.Trace(Some.Answer() with { Model = "other" }));

        var entry = (await EntriesAsync())[0];

        Assert.That((entry.Usd, entry.SpentUsd, entry.Unknown), Is.EqualTo(((decimal?)null, (decimal?)null, 1)));
        Assert.That(entry.Note, Does.Contain("no 'other'"));
    }

    [Test]
    public async Task What_is_known_is_summed_beside_what_is_not()
    {
        await WriteAsync(Answered("s1"), Some.Trace(Some.Answer() with { Model = "other" }, "s2"));

        var entry = (await EntriesAsync())[0];

        Assert.That((entry.Usd, entry.Unknown), Is.EqualTo(((decimal?)0.0003m, 1)));
    }

    [Test]
    public async Task What_spent_nothing_has_spent_nothing_though_its_price_is_unknown()
    {
        await WriteAsync(Answered("s1") with { Calls = [Chat, Chat with { Kind = "embedding", Model = "other", Usage = new TokenUsage(1_000, 0), FromCache = true }] });

        var entry = (await EntriesAsync()).Single(e => e.Item == "embedding");

        Assert.That((entry.Usd, entry.SpentUsd, entry.Unknown), Is.EqualTo(((decimal?)null, (decimal?)0, 1)));
    }

    [Test]
    public async Task Embedding_stands_apart_from_generation()
    {
        await WriteAsync(Answered("s1") with { Calls = [Chat, Chat with { Kind = "embedding", Model = "embedder", Usage = new TokenUsage(1_000, 0) }] });

        Assert.That((await EntriesAsync()).Where(e => e.Ledger == LedgerKind.SystemUnderTest).Select(e => (e.Item, e.Usd)), Is.EqualTo(new (string, decimal?)[] { ("embedding", 0.0001m), ("generation", 0.0003m) }));
    }

    [TestCase("unreadable", true, 0.0003, 0, "1 calls, 100 tokens in, 20 tokens out by some-model")]
    [TestCase("timeout", false, null, 1, "1 calls, 0 tokens in, 0 tokens out by some-model")]
    [TestCase("429", false, 0.0, 0, "0 calls, 0 tokens in, 0 tokens out")]
    public async Task A_judges_call_that_failed_costs_what_its_reply_says_or_nobody_knows(string status, bool replied, double? usd, int unknown, string basis)
    {
        var call = Chat with { Model = "some-model", Usage = replied ? new TokenUsage(100, 20) : null, Tries = [Tried(status)] };

        var entry = (await JudgesAsync(call)).Single();

        Assert.That((entry.Usd, entry.SpentUsd, entry.Unknown), Is.EqualTo(((decimal?)usd, (decimal?)usd, unknown)));
        Assert.That(entry.Basis, Is.EqualTo(basis));
    }

    [Test]
    public async Task A_try_that_may_be_billed_before_the_reply_is_said()
    {
        var entry = (await JudgesAsync(Chat with { Model = "some-model", Usage = new TokenUsage(100, 20), Tries = [Tried("timeout"), Tried("429"), Tried(Try.Succeeded)] })).Single();

        Assert.That((entry.Usd, entry.Note), Is.EqualTo(((decimal?)0.0003m, "what 1 failed tries before them used is unknown and in no sum")));
    }

    [Test]
    public async Task Preparation_holds_what_was_made_and_the_fixed_costs_of_the_pipelines()
    {
        PreparationEntry made = new("dense index of corpus, 812 passages", "embedder", new TokenUsage(1_000_000, 0), TimeSpan.FromSeconds(2), new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero), FromCache: true);

        var entries = await EntriesAsync("fixed_costs: [{ for: [rag], kind: hosting, hours_per_month: 730, usd_per_hour: 2, date: 2026-11-01, note: one node }, { for: [base], kind: training, usd: 5, source: an invoice, date: 2026-11-01, note: one run }]", made);

        var preparation = entries.Where(e => e.Ledger == LedgerKind.Preparation).ToList();
        Assert.That(preparation.Select(e => (e.Item, e.Usd, e.SpentUsd, e.Per, e.Date)), Is.EqualTo(new (string, decimal?, decimal?, string, string?)[] { (made.What, 0.1m, 0, "once", "2026-11-20"), ("hosting", 1460m, null, "month", "2026-11-01") }));
        Assert.That(preparation[0].Basis, Is.EqualTo("1,000,000 tokens by embedder, made before"));
    }

    [Test]
    public async Task An_index_that_was_taken_up_after_a_failure_costs_what_was_called_each_time()
    {
        var batch = Chat with { Kind = "embedding", Model = "embedder", Usage = new TokenUsage(1_000_000, 0), Tries = [Tried(Try.Succeeded)] };
        PreparationEntry failed = new("dense index", "embedder", new TokenUsage(2_000_000, 0), TimeSpan.FromSeconds(2), DateTimeOffset.UnixEpoch, FromCache: false)
        {
            Calls = [batch, batch, batch with { Usage = null, Tries = [Tried("500")] }],
            IsUnfinished = true,
        };
        var cached = batch with { FromCache = true, Tries = [] };
        var finished = failed with { Usage = new TokenUsage(3_000_000, 0), Calls = [cached, cached, batch], IsUnfinished = false };

        var half = (await EntriesAsync("", failed)).Single(e => e.Ledger == LedgerKind.Preparation);
        var whole = (await EntriesAsync("", failed, finished)).Single(e => e.Ledger == LedgerKind.Preparation);

        Assert.That((half.Usd, half.SpentUsd, half.Basis), Is.EqualTo(((decimal?)0.2m, (decimal?)0.2m, "2,000,000 tokens by embedder, unfinished")));
        Assert.That((whole.Usd, whole.SpentUsd, whole.Basis), Is.EqualTo(((decimal?)0.3m, (decimal?)0.3m, "3,000,000 tokens by embedder")));
    }

    [TestCase("{ for: [rgа], kind: hosting, usd: 1, source: x, date: 2026-11-01, note: n }", "there is no pipeline")]
    [TestCase("{ for: [rag], kind: training, rows: 10, date: 2026-11-01, note: n }", "nothing says what the training comes to")]
    [TestCase("{ for: [rag], kind: training, usd: 10, date: 2026-11-01, note: n }", "a sum without a source")]
    [TestCase("{ for: [rag], kind: hosting, usd: 1, source: x, date: 2026-11-01 }", "fixed_costs[0]: 'note' is missing. Add 'note': What it is")]
    public void A_fixed_cost_that_says_too_little_is_refused(string cost, string found) =>
        Assert.That(async () => await EntriesAsync($"fixed_costs: [{cost}]"), Throws.TypeOf<InputException>().With.Message.Contains(found));

    private static Try Tried(string status) => new(DateTimeOffset.UnixEpoch, TimeSpan.Zero, TimeSpan.Zero, status, null);

    private static ModelCall Chat => new() { Kind = "chat", Endpoint = "openai" };

    private static Trace Answered(string sample) => Some.Trace(Some.Answer(), sample) with { Calls = [Chat] };

    private async Task WriteAsync(params Trace[] traces)
    {
        foreach (var trace in traces)
            await store.Traces.WriteAsync(trace, default);
    }

    private Task<IReadOnlyList<LedgerEntry>> JudgesAsync(ModelCall call) =>
        new Ledger(new ExperimentInputs(Experiment(""))).JudgesAsync(new[] { new JudgeCall("strict", call) }.ToAsyncEnumerable());

    private Experiment Experiment(string more) => ExperimentReader.Read(folder.Write(
        "experiment.yaml",
        $"name: e\ndataset: samples.jsonl\nprices: prices.yaml\nbaseline: rag\npipelines:\n  rag: {{ model: {{ endpoint: openai, name: some-model }} }}\n  base: {{ model: {{ endpoint: openai, name: some-model }} }}\n{more}\n"));

    private Task<IReadOnlyList<LedgerEntry>> EntriesAsync(string more = "", params PreparationEntry[] preparation)
    {
        var experiment = Experiment(more);
        var manifest = SomeReport.Make().Manifest with { Pipelines = [experiment.Pipelines[0]], Preparation = preparation };
        return new Ledger(new ExperimentInputs(experiment)).EntriesAsync(manifest, store, default);
    }
}
