using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Pipelines;

namespace EvalHarness.Runs;

/// <summary>Every attempt at every work item. A trace is written once; a later attempt supersedes it.</summary>
public sealed class TraceStore : IResultStore
{
    private readonly RunDatabase database;
    private readonly GroupCommit writer;

    internal TraceStore(RunDatabase database, GroupCommit writer) => (this.database, this.writer) = (database, writer);

    public async Task<IReadOnlySet<string>> DoneAsync(IReadOnlyCollection<string> workItems, CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select 1 from traces where work_item = $item limit 1");
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (var item in workItems)
        {
            query.Bind(("$item", item));
            if (await query.ExecuteScalarAsync(cancellationToken) is not null)
                done.Add(item);
        }

        return done;
    }

    /// <summary>How many work items have a trace.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select count(distinct work_item) from traces");
        return Convert.ToInt32(await query.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>The attempt number of every work item whose current trace failed.</summary>
    public async Task<Dictionary<string, int>> FailedAsync(CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select work_item, attempt from current_traces where error is not null");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, int> failed = new(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            failed.Add(reader.GetString(0), reader.GetInt32(1));
        return failed;
    }

    /// <summary>The same for these pipelines and this kind of error.</summary>
    public async Task<Dictionary<string, int>> FailedAsync(IReadOnlyCollection<string> pipelines, string kind, CancellationToken cancellationToken)
    {
        Dictionary<string, int> failed = new(StringComparer.Ordinal);
        await using var connection = database.Connect();
        await using var query = connection.Command("select work_item, attempt from current_traces where pipeline = $pipeline and error like $kind");
        foreach (var pipeline in pipelines)
        {
            query.Bind(("$pipeline", pipeline), ("$kind", $"{kind}:%"));
            await using var reader = await query.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                failed[reader.GetString(0)] = reader.GetInt32(1);
        }

        return failed;
    }

    public Task WriteAsync(Trace trace, CancellationToken cancellationToken) => writer.WriteAsync(
        [
            new Statement(
                """
                insert into traces (work_item, attempt, pipeline, sample_id, repeat, error, started_at, service_ms, felt_ms, queue_ms, tokens_in, tokens_out)
                values ($item, $attempt, $pipeline, $sample, $repeat, $error, $started, $service, $felt, $queue, $in, $out)
                on conflict do nothing
                """,
                [
                    ("$item", trace.WorkItem), ("$attempt", trace.Attempt), ("$pipeline", trace.Pipeline), ("$sample", trace.SampleId), ("$repeat", trace.Repeat),
                    ("$error", trace.Error?.ToString()), ("$started", trace.StartedAt.ToString("O")),
                    ("$service", trace.ServiceLatency.TotalMilliseconds), ("$felt", trace.FeltLatency.TotalMilliseconds), ("$queue", trace.QueueTime.TotalMilliseconds),
                    ("$in", trace.Answer?.Usage?.Input), ("$out", trace.Answer?.Usage?.Output),
                ]),
            new Statement(
                "insert into payloads (work_item, attempt, json) values ($item, $attempt, $json) on conflict do nothing",
                [("$item", trace.WorkItem), ("$attempt", trace.Attempt), ("$json", JsonSerializer.Serialize(trace, RunJson.Compact))]),
        ],
        cancellationToken);

    /// <summary>Every attempt, also those that a later one supersedes: all that was paid for.</summary>
    public async IAsyncEnumerable<Trace> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select json from payloads");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return JsonSerializer.Deserialize<Trace>(reader.GetString(0), RunJson.Compact)!;
    }
}
