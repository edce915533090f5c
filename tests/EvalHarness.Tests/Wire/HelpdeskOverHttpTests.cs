using System.Globalization;
using System.Text.Json;
using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Endpoints;
using EvalHarness.Runs;
using EvalHarness.Stub.Faults;
using EvalHarness.Tests.Providers.Stores;

namespace EvalHarness.Tests.Wire;

/// <summary>The whole walk over HTTP under injected faults: RAG, fine-tuned and hybrid, vectors in PostgreSQL; tries and money to the server's own counts.</summary>
internal sealed class HelpdeskOverHttpTests
{
    private static readonly string[] Pipelines = ["rag", "fine-tuned", "hybrid"];

    private static readonly Dictionary<string, string> Paths = new() { ["chat"] = "/v1/chat/completions", ["embedding"] = "/v1/embeddings" };

    [Test]
    public async Task Every_row_is_answered_once_and_tries_and_spend_are_what_the_server_counted()
    {
        using var database = await PgliteServer.StartAsync();
        Environment.SetEnvironmentVariable(HelpdeskOverHttp.ConnectionEnv, database.ConnectionString);
        await using var helpdesk = await HelpdeskOverHttp.StartAsync(RandomFaults.Usual(seed: 20261123));
        string[] rows = LongTests.Includes(0) ? [] : ["--limit", "60"];

        var result = await helpdesk.EvaluateAsync("pgvector", rows);

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var traces = await TracesAsync(helpdesk.Run);
        var counts = await helpdesk.Server.QuietCountsAsync();
        var manifest = new RunFolder(helpdesk.Run).ReadManifest();
        Assert.That(traces, Has.Count.EqualTo(manifest.WorkItems));
        Assert.That(traces.Where(t => t.Answer is null), Is.Empty);
        Assert.That(traces.Select(t => t.WorkItem).Distinct().Count(), Is.EqualTo(manifest.WorkItems));
        Assert.That(traces.CountBy(t => t.Pipeline).ToDictionary(), Is.EqualTo(Pipelines.ToDictionary(p => p, _ => manifest.Dataset.Samples)));
        List<ModelCall> calls = [.. manifest.Preparation!.SelectMany(p => p.Calls ?? []), .. traces.SelectMany(t => t.Calls)];
        Assert.That(calls.Count(c => c.Kind == "chat"), Is.EqualTo(manifest.WorkItems));
        Assert.That(calls.GroupBy(c => Paths[c.Kind]).ToDictionary(g => g.Key, g => g.Sum(c => c.Tries.Count)), Is.EquivalentTo(counts.RequestsByPath));
        Assert.That(calls.SelectMany(c => c.Tries).CountBy(t => t.Status == "ok" ? "200" : t.Status).ToDictionary(), Is.EquivalentTo(counts.Statuses));
        Assert.That(counts.Statuses.Keys, Is.EquivalentTo(new[] { "200", "429", "500", "reset" }));
        Assert.That(calls.Sum(c => c.Usage!.Input), Is.EqualTo(counts.InputTokens));
        Assert.That(calls.Sum(c => c.Usage!.Output), Is.EqualTo(counts.OutputTokens));
        var counted = ((counts.InputTokens * 1m) + (counts.OutputTokens * 10m)) / 1_000_000;
        Assert.That(Sum("samples.csv", "cost_usd.spent") + Sum("ledger.csv", "spent_usd", r => r["ledger"] == "preparation"), Is.EqualTo(counted));
        Assert.That(Sum("ledger.csv", "spent_usd"), Is.EqualTo(counted));
        TestContext.Out.WriteLine($"{traces.Count} rows, {counts.Requests} requests: {JsonSerializer.Serialize(counts.Statuses)}; {counts.InputTokens} tokens in, {counts.OutputTokens} out; {counted} USD");

        decimal Sum(string file, string column, Func<IReadOnlyDictionary<string, string>, bool>? chosen = null) =>
            CsvText.Rows(Path.Combine(helpdesk.Run, file)).Where(chosen ?? (_ => true)).Sum(r => decimal.Parse(r[column], NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static async Task<IReadOnlyList<Trace>> TracesAsync(string run)
    {
        await using var open = OpenRun.Existing(new RunFolder(run));
        return await open.Store.Scores.RowsAsync(new HashSet<string>(), CancellationToken.None).Select(r => r.Trace).ToListAsync();
    }
}
