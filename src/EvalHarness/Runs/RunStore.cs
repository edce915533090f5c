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
    }

    public SampleStore Samples { get; }

    public PlanStore Plan { get; }

    public TraceStore Traces { get; }

    public ScoreStore Scores { get; }

    /// <summary>Opens a run's store, and creates it when it is not there.</summary>
    public static RunStore Open(RunFolder folder)
    {
        var database = new RunDatabase(folder.Database);
        var connection = database.Connect();
        connection.Execute(RunSchema.Create);
        return new RunStore(database, new GroupCommit(connection));
    }

    public async ValueTask DisposeAsync() => await writer.DisposeAsync();
}
