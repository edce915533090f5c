using System.Runtime.CompilerServices;
using System.Text.Json;

namespace EvalHarness.Runs;

/// <summary>What judges were called for, row by row: it is only ever added to, because what was paid stays paid when a row is scored anew.</summary>
public sealed class JudgeCallStore
{
    private readonly RunDatabase database;

    internal JudgeCallStore(RunDatabase database) => this.database = database;

    /// <summary>Every call, in the order in which they were written.</summary>
    public async IAsyncEnumerable<JudgeCall> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select json from judge_calls order by position");
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return JsonSerializer.Deserialize<JudgeCall>(reader.GetString(0), RunJson.Compact)!;
    }

    internal static Statement Written(ScoringItem item, string evaluator, JudgeCall call) => new(
        "insert into judge_calls (work_item, attempt, sample_id, evaluator, json) values ($item, $attempt, $sample, $evaluator, $json)",
        [
            ("$item", item.Trace.WorkItem), ("$attempt", item.Trace.Attempt), ("$sample", item.Sample.Id), ("$evaluator", evaluator),
            ("$json", JsonSerializer.Serialize(call, RunJson.Compact)),
        ]);
}
