using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalHarness.Datasets;
using EvalHarness.Metrics;
using EvalHarness.Pipelines;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>The scores of a run, by work item, attempt, sample and evaluator; a score of an older gold label does not count.</summary>
public sealed class ScoreStore
{
    private const string AnsweredRows =
        """
        from plan p
        join samples s on s.id = p.sample_id
        join current_traces t on t.work_item = p.work_item
        """;

    private const string ScoreOfRow = "c.work_item = t.work_item and c.attempt = t.attempt and c.sample_id = p.sample_id and c.evaluator = $evaluator and c.gold = s.gold";

    private readonly RunDatabase database;
    private readonly GroupCommit writer;

    internal ScoreStore(RunDatabase database, GroupCommit writer) => (this.database, this.writer) = (database, writer);

    /// <summary>One evaluator's scores of one row; durable when the task completes, so a judge is never paid twice.</summary>
    public Task WriteAsync(ScoringItem item, string evaluator, IReadOnlyList<Score> scores, CancellationToken cancellationToken) =>
        WriteAsync(item, evaluator, scores, [], cancellationToken);

    /// <summary>With what judges were paid for them: both or neither.</summary>
    /// <param name="scores">Absent where a judge was broken off: only what it was paid is kept.</param>
    public async Task WriteAsync(ScoringItem item, string evaluator, IReadOnlyList<Score>? scores, IReadOnlyList<JudgeCall> judged, CancellationToken cancellationToken)
    {
        Statement[] statements = [.. scores is null ? [] : new[] { Written(item, evaluator, scores) }, .. judged.Select(call => JudgeCallStore.Written(item, evaluator, call))];
        if (statements.Length > 0)
            await writer.WriteAsync(statements, cancellationToken);
    }

    private static Statement Written(ScoringItem item, string evaluator, IReadOnlyList<Score> scores) => new(
        "insert or replace into scores (work_item, attempt, sample_id, evaluator, gold, json) values ($item, $attempt, $sample, $evaluator, $gold, $json)",
        [
            ("$item", item.Trace.WorkItem), ("$attempt", item.Trace.Attempt), ("$sample", item.Sample.Id), ("$evaluator", evaluator), ("$gold", item.Gold),
            ("$json", JsonSerializer.Serialize(scores, RunJson.Compact)),
        ]);

    /// <summary>The rows of a run that wait for an evaluator, in the order of the plan: those that it has not been asked about yet.</summary>
    /// <param name="notScoredToo">And those on which it was asked and some metric has no value for a reason that may have passed.</param>
    public async IAsyncEnumerable<ScoringItem> WaitingAsync(string evaluator, bool notScoredToo, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command(
            $"""
            select s.json, s.gold, y.json
            {AnsweredRows}
            join payloads y on y.work_item = t.work_item and y.attempt = t.attempt
            left join scores c on {ScoreOfRow}
            where c.work_item is null
               or ($again and exists (select 1 from json_each(c.json) o where json_extract(o.value, '$.outcome') = 'not-scored'))
            order by p.position
            """);
        query.Bind(("$evaluator", evaluator), ("$again", notScoredToo));
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return new ScoringItem(
                JsonSerializer.Deserialize<Sample>(reader.GetString(0), RunJson.Compact)!,
                reader.GetString(1),
                JsonSerializer.Deserialize<Trace>(reader.GetString(2), RunJson.Compact)!);
    }

    /// <summary>How many rows an evaluator has not been asked about yet.</summary>
    public async Task<int> MissingAsync(string evaluator, CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command($"select count(*) {AnsweredRows} left join scores c on {ScoreOfRow} where c.work_item is null");
        query.Bind(("$evaluator", evaluator));
        return Convert.ToInt32(await query.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    /// <summary>Every row of the run with its scores, in the order of the plan. A row without a trace yet is left out.</summary>
    public async IAsyncEnumerable<ResultRow> RowsAsync(IReadOnlyCollection<string> evaluators, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command(
            $"""
            select p.pipeline, p.repeat, s.json, y.json, p.work_item, t.attempt, p.sample_id, s.gold
            {AnsweredRows}
            join payloads y on y.work_item = t.work_item and y.attempt = t.attempt
            order by p.position
            """);
        await using var scoreQuery = connection.Command(
            "select evaluator, json from scores where work_item = $item and attempt = $attempt and sample_id = $sample and gold = $gold");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            scoreQuery.Bind(("$item", reader.GetString(4)), ("$attempt", reader.GetInt32(5)), ("$sample", reader.GetString(6)), ("$gold", reader.GetString(7)));
            yield return new ResultRow(
                reader.GetString(0),
                reader.GetInt32(1),
                JsonSerializer.Deserialize<Sample>(reader.GetString(2), RunJson.Compact)!,
                JsonSerializer.Deserialize<Trace>(reader.GetString(3), RunJson.Compact)!,
                await ScoresAsync(scoreQuery, evaluators, cancellationToken));
        }
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
}
