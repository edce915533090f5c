using EvalHarness.Inputs;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>A run's SQLite file: samples, plan, traces and scores. Durable before acknowledged; reading streams.</summary>
/// <remarks>One writer commits traces and scores in groups.</remarks>
public sealed class RunStore : IAsyncDisposable
{
    private readonly GroupCommit writer;

    private RunStore(RunDatabase database, GroupCommit writer)
    {
        this.writer = writer;
        Samples = new SampleStore(database);
        Plan = new PlanStore(database, Samples);
        Traces = new TraceStore(database, writer);
        Scores = new ScoreStore(database, writer);
        JudgeCalls = new JudgeCallStore(database);
    }

    public SampleStore Samples { get; }

    public PlanStore Plan { get; }

    public TraceStore Traces { get; }

    public ScoreStore Scores { get; }

    public JudgeCallStore JudgeCalls { get; }

    /// <summary>Opens a run's store, and creates it when it is not there.</summary>
    public static RunStore Open(RunFolder folder)
    {
        var database = new RunDatabase(folder.Database);
        var connection = database.Connect();
        connection.Execute(RunSchema.Create);
        return new RunStore(database, new GroupCommit(connection));
    }

    /// <summary>Opens the store of a run that exists.</summary>
    /// <exception cref="InputException">It is missing or damaged.</exception>
    public static RunStore OpenExisting(RunFolder folder) => Existing(folder, () => Open(folder));

    /// <summary>Opens the store of a run that another process may be writing; whatever would write to it fails.</summary>
    /// <exception cref="InputException">It is missing or damaged.</exception>
    public static RunStore OpenForReading(RunFolder folder) => Existing(folder, () =>
    {
        var database = new RunDatabase(folder.Database, isReading: true);
        return new RunStore(database, new GroupCommit(database.Connect()));
    });

    public async ValueTask DisposeAsync() => await writer.DisposeAsync();

    private static RunStore Existing(RunFolder folder, Func<RunStore> open)
    {
        if (!File.Exists(folder.Database))
            throw new InputException(new InputProblem(folder.Database, "the run's database is missing", "Put it back, or start a new run."));
        try
        {
            return open();
        }
        catch (SqliteException exception)
        {
            throw new InputException(new InputProblem(folder.Database, $"the run's database cannot be read ({exception.Message})", "Put back a copy of it, or start a new run."));
        }
    }
}
