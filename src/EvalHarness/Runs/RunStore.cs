using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Inputs;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>A run's SQLite file: samples, plan, traces, payloads, scores. Durable before acknowledged; reading streams.</summary>
/// <remarks>WAL with synchronous=FULL; one writer that commits in groups. Traces are written once; scores are replaced only when the gold label changed.</remarks>
public sealed class RunStore : IResultStore, IAsyncDisposable
{
    private readonly string connectionString;
    private readonly GroupCommit writer;

    private RunStore(string connectionString, GroupCommit writer)
    {
        this.connectionString = connectionString;
        this.writer = writer;
    }

    /// <summary>Opens a run's store, and creates it when it is not there.</summary>
    public static RunStore Open(RunFolder folder)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = false }.ToString();
        var connection = Connect(connectionString);
        Execute(connection, RunSchema.Create);
        return new RunStore(connectionString, new GroupCommit(connection));
    }

    /// <summary>Takes in the samples of a run in their order, replacing what was there: one transaction.</summary>
    public async Task<int> WriteSamplesAsync(IAsyncEnumerable<Sample> samples, CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        // Closing the connection before the commit rolls back.
        Execute(connection, "begin immediate");
        Execute(connection, "delete from samples");
        await using var insert = Command(connection, "insert into samples (position, id, gold, json) values ($position, $id, $gold, $json)");
        var count = 0;
        await foreach (var sample in samples.WithCancellation(cancellationToken))
        {
            var json = JsonSerializer.Serialize(sample, RunJson.Compact);
            Bind(insert, ("$position", count++), ("$id", sample.Id), ("$gold", ContentHash.Of(json)), ("$json", json));
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        Execute(connection, "commit");
        return count;
    }

    /// <summary>Takes over mended gold labels; questions must be as they were asked.</summary>
    public async Task UpdateSamplesAsync(IAsyncEnumerable<Sample> samples, CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        // Closing the connection before the commit rolls back.
        Execute(connection, "begin immediate");
        await using var find = Command(connection, "select json from samples where id = $id");
        await using var update = Command(connection, "update samples set gold = $gold, json = $json where id = $id");
        await foreach (var sample in samples.WithCancellation(cancellationToken))
        {
            Bind(find, ("$id", sample.Id));
            if (await find.ExecuteScalarAsync(cancellationToken) is not string asked)
                continue;
            ThrowUnlessSameQuestion(sample, JsonSerializer.Deserialize<Sample>(asked, RunJson.Compact)!);
            var json = JsonSerializer.Serialize(sample, RunJson.Compact);
            Bind(update, ("$id", sample.Id), ("$gold", ContentHash.Of(json)), ("$json", json));
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        Execute(connection, "commit");
    }

    public async IAsyncEnumerable<Sample> SamplesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(connection, "select json from samples order by position");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return JsonSerializer.Deserialize<Sample>(reader.GetString(0), RunJson.Compact)!;
    }

    public async Task<bool> HasPlanAsync(CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(connection, "select 1 from plan limit 1");
        return await query.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Writes which work items the run consists of, in reporting order.</summary>
    public async Task WritePlanAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        // Closing the connection before the commit rolls back.
        Execute(connection, "begin immediate");
        Execute(connection, "delete from plan");
        await using var insert = Command(connection, "insert into plan (work_item, sample_id, pipeline, repeat) values ($item, $sample, $pipeline, $repeat)");
        await foreach (var sample in SamplesAsync(cancellationToken))
        {
            foreach (var item in plan.Items(sample).OrderBy(i => i.Repeat).ThenBy(i => i.Pipeline, StringComparer.Ordinal))
            {
                Bind(insert, ("$item", item.Id), ("$sample", item.SampleId), ("$pipeline", item.Pipeline), ("$repeat", item.Repeat));
                await insert.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        Execute(connection, "commit");
    }

    public async Task<IReadOnlySet<string>> DoneAsync(IReadOnlyCollection<string> workItems, CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(connection, "select 1 from traces where work_item = $item limit 1");
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (var item in workItems)
        {
            Bind(query, ("$item", item));
            if (await query.ExecuteScalarAsync(cancellationToken) is not null)
                done.Add(item);
        }

        return done;
    }

    /// <summary>How many work items have a trace.</summary>
    public async Task<int> TraceCountAsync(CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(connection, "select count(distinct work_item) from traces");
        return Convert.ToInt32(await query.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The attempt number of every work item whose current trace failed.</summary>
    public async Task<Dictionary<string, int>> FailedAsync(CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(connection, "select work_item, attempt from current_traces where error is not null");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, int> failed = new(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            failed.Add(reader.GetString(0), reader.GetInt32(1));
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

    /// <summary>One evaluator's scores of one row; durable when the task completes, so a judge is never paid twice.</summary>
    public Task WriteScoresAsync(ScoringItem item, string evaluator, IReadOnlyList<Score> scores, CancellationToken cancellationToken) => writer.WriteAsync(
        [
            new Statement(
                "insert or replace into scores (work_item, attempt, sample_id, evaluator, gold, json) values ($item, $attempt, $sample, $evaluator, $gold, $json)",
                [
                    ("$item", item.Trace.WorkItem), ("$attempt", item.Trace.Attempt), ("$sample", item.Sample.Id), ("$evaluator", evaluator), ("$gold", item.Gold),
                    ("$json", JsonSerializer.Serialize(scores, RunJson.Compact)),
                ]),
        ],
        cancellationToken);

    /// <summary>The rows of a run that an evaluator has not scored yet, in the order of the plan.</summary>
    public async IAsyncEnumerable<ScoringItem> UnscoredAsync(string evaluator, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(
            connection,
            """
            select s.json, s.gold, y.json
            from plan p
            join samples s on s.id = p.sample_id
            join current_traces t on t.work_item = p.work_item
            join payloads y on y.work_item = t.work_item and y.attempt = t.attempt
            left join scores c on c.work_item = t.work_item and c.attempt = t.attempt and c.sample_id = p.sample_id and c.evaluator = $evaluator and c.gold = s.gold
            where c.work_item is null
            order by p.position
            """);
        Bind(query, ("$evaluator", evaluator));
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new ScoringItem(
                JsonSerializer.Deserialize<Sample>(reader.GetString(0), RunJson.Compact)!,
                reader.GetString(1),
                JsonSerializer.Deserialize<Trace>(reader.GetString(2), RunJson.Compact)!);
    }

    /// <summary>Every row of the run with its scores, in the order of the plan. A row without a trace yet is left out.</summary>
    public async IAsyncEnumerable<ResultRow> RowsAsync(IReadOnlyCollection<string> evaluators, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = Connect(connectionString);
        await using var query = Command(
            connection,
            """
            select p.pipeline, p.repeat, s.json, y.json, p.work_item, t.attempt, p.sample_id, s.gold
            from plan p
            join samples s on s.id = p.sample_id
            join current_traces t on t.work_item = p.work_item
            join payloads y on y.work_item = t.work_item and y.attempt = t.attempt
            order by p.position
            """);
        await using var scoreQuery = Command(
            connection,
            "select evaluator, json from scores where work_item = $item and attempt = $attempt and sample_id = $sample and gold = $gold");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            Bind(scoreQuery, ("$item", reader.GetString(4)), ("$attempt", reader.GetInt32(5)), ("$sample", reader.GetString(6)), ("$gold", reader.GetString(7)));
            yield return new ResultRow(
                reader.GetString(0),
                reader.GetInt32(1),
                JsonSerializer.Deserialize<Sample>(reader.GetString(2), RunJson.Compact)!,
                JsonSerializer.Deserialize<Trace>(reader.GetString(3), RunJson.Compact)!,
                await ScoresAsync(scoreQuery, evaluators, cancellationToken));
        }
    }

    public async ValueTask DisposeAsync() => await writer.DisposeAsync();

    private static void ThrowUnlessSameQuestion(Sample now, Sample asked)
    {
        if (Request(now) != Request(asked))
            throw new InputException(new InputProblem($"sample '{now.Id}'", "its question is not the one that this run asked", "Scores would be of another question: start a new run."));

        static string Request(Sample sample) => WorkItem.RequestHash(PipelineRequest.For(sample, null));
    }

    private static async Task<IReadOnlyDictionary<string, Score>> ScoresAsync(SqliteCommand query, IReadOnlyCollection<string> evaluators, CancellationToken cancellationToken)
    {
        Dictionary<string, Score> scores = new(StringComparer.Ordinal);
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!evaluators.Contains(reader.GetString(0)))
                continue;
            foreach (var score in JsonSerializer.Deserialize<Score[]>(reader.GetString(1), RunJson.Compact)!)
                scores[score.Metric] = score;
        }

        return scores;
    }

    private static SqliteConnection Connect(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // Every statement is a constant of this file; values are bound.
    private static SqliteCommand Command(SqliteConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    private static void Bind(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }
}
