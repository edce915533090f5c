using System.Globalization;

namespace EvalHarness.Runs;

/// <summary>Which work items a run consists of, in reporting order.</summary>
public sealed class PlanStore
{
    private readonly RunDatabase database;
    private readonly SampleStore samples;

    internal PlanStore(RunDatabase database, SampleStore samples) => (this.database, this.samples) = (database, samples);

    /// <summary>How many planned rows have no trace yet.</summary>
    public async Task<int> MissingAsync(CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await using var query = connection.Command("select count(*) from plan p where not exists (select 1 from traces t where t.work_item = p.work_item)");
        return Convert.ToInt32(await query.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
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
