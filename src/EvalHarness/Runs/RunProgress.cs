using System.Globalization;
using EvalHarness.Inputs;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>How far a run has come, by its store alone: whoever makes the run is not disturbed.</summary>
/// <param name="Pipelines">By name.</param>
/// <param name="Scored">Answers with at least one score.</param>
/// <param name="LastAnswerAt">When the newest answer was begun; absent before the first.</param>
/// <param name="IsUnderWay">Whether the process that makes it is there; on another machine nobody can tell.</param>
public sealed record RunProgress(IReadOnlyList<PipelineProgress> Pipelines, int Scored, DateTimeOffset? LastAnswerAt, bool IsUnderWay)
{
    // A row's newest attempt: null where there is none, else whether it failed.
    private const string ByPipeline =
        """
        select pipeline, count(*), count(failed), coalesce(sum(failed), 0) from (
            select pipeline, (select error is not null from traces t where t.work_item = p.work_item order by attempt desc limit 1) as failed from plan p)
        group by pipeline order by pipeline
        """;

    public int Planned => Pipelines.Sum(p => p.Planned);

    public int Answered => Pipelines.Sum(p => p.Answered);

    /// <exception cref="InputException">The store is missing or damaged.</exception>
    public static async Task<RunProgress> ReadAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.Database))
            throw new InputException(new InputProblem(folder.Database, "the run's database is missing", "Put it back, or start a new run."));
        try
        {
            await using var connection = new RunDatabase(folder.Database, isReading: true).Connect();
            return new RunProgress(
                await PipelinesAsync(connection, cancellationToken),
                Convert.ToInt32(await OneAsync(connection, "select count(distinct work_item) from scores", cancellationToken), CultureInfo.InvariantCulture),
                await OneAsync(connection, "select max(started_at) from traces", cancellationToken) is string at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null,
                RunLock.IsOwnerAlive(folder));
        }
        catch (SqliteException exception)
        {
            throw new InputException(new InputProblem(folder.Database, $"the run's database cannot be read ({exception.Message})", "Put back a copy of it, or start a new run."));
        }
    }

    private static async Task<IReadOnlyList<PipelineProgress>> PipelinesAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        List<PipelineProgress> pipelines = [];
        await using var query = connection.Command(ByPipeline);
        await using var reader = await query.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            pipelines.Add(new(reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
        return pipelines;
    }

    private static async Task<object?> OneAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var query = connection.Command(sql);
        return await query.ExecuteScalarAsync(cancellationToken);
    }
}
