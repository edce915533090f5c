using EvalHarness.Datasets;

namespace EvalHarness.Runs;

/// <summary>Which work items a run consists of, in reporting order.</summary>
public sealed class PlanStore
{
    private readonly RunDatabase database;
    private readonly SampleStore samples;

    internal PlanStore(RunDatabase database, SampleStore samples) => (this.database, this.samples) = (database, samples);

    public async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select 1 from plan limit 1");
        return await query.ExecuteScalarAsync(cancellationToken) is not null;
    }

    /// <summary>Writes which work items the run consists of, in reporting order.</summary>
    public async Task WriteAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        // Closing the connection before the commit rolls back.
        connection.Execute("begin immediate");
        connection.Execute("delete from plan");
        await using var insert = connection.Command("insert into plan (work_item, sample_id, pipeline, repeat) values ($item, $sample, $pipeline, $repeat)");
        await foreach (var sample in samples.ReadAsync(cancellationToken))
        {
            foreach (var item in plan.Items(sample).OrderBy(i => i.Repeat).ThenBy(i => i.Pipeline, StringComparer.Ordinal))
            {
                insert.Bind(("$item", item.Id), ("$sample", item.SampleId), ("$pipeline", item.Pipeline), ("$repeat", item.Repeat));
                await insert.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        connection.Execute("commit");
    }
}
