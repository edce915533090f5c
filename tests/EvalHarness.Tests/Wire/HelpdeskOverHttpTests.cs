using System.Text.Json;
using EvalHarness.Pipelines;
using EvalHarness.Runs;
using EvalHarness.Stub.Faults;
using EvalHarness.Tests.Providers.Stores;

namespace EvalHarness.Tests.Wire;

/// <summary>The whole walk over HTTP under injected faults: RAG, fine-tuned and hybrid, vectors in PostgreSQL; tries and money to the server's own counts.</summary>
internal sealed class HelpdeskOverHttpTests
{
    private static readonly string[] Pipelines = ["rag", "fine-tuned", "hybrid"];

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
        var calls = traces.SelectMany(t => t.Calls).ToList();
        var preparation = (manifest.Preparation ?? []).Sum(p => p.Usage?.Input ?? 0);
        Assert.That(calls.Sum(c => c.Usage!.Input) + preparation, Is.EqualTo(counts.InputTokens));
        Assert.That(calls.Sum(c => c.Usage!.Output), Is.EqualTo(counts.OutputTokens));
        Assert.That(calls.Count(c => c.Kind == "chat"), Is.EqualTo(manifest.WorkItems));
        Assert.That(calls.Where(c => c.Kind == "chat").Sum(c => c.Tries.Count), Is.EqualTo(counts.RequestsByPath["/v1/chat/completions"]));
        Assert.That(calls.SelectMany(c => c.Tries).Count(t => t.Status == "429"), Is.LessThanOrEqualTo(counts.Status(429)).And.GreaterThan(0));
        TestContext.Out.WriteLine($"{traces.Count} rows, {counts.Requests} requests: {JsonSerializer.Serialize(counts.Statuses)}; {counts.InputTokens} tokens in, {counts.OutputTokens} out");
    }

    private static async Task<IReadOnlyList<Trace>> TracesAsync(string run)
    {
        await using var open = OpenRun.Existing(new RunFolder(run));
        return await open.Store.Scores.RowsAsync(new HashSet<string>(), CancellationToken.None).Select(r => r.Trace).ToListAsync();
    }
}
