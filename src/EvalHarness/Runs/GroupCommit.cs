using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>Many writers, one transaction at a time: what has gathered while the last commit ran goes into the next.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestGroup = 256;

    private readonly SqliteConnection connection;
    private readonly Channel<Write> writes = Channel.CreateBounded<Write>(new BoundedChannelOptions(4 * LargestGroup) { SingleReader = true });
    private readonly Task loop;

    public GroupCommit(SqliteConnection connection)
    {
        this.connection = connection;
        loop = Task.Run(LoopAsync);
    }

    /// <summary>Returns when the statements are durable, all or none of them.</summary>
    public async Task WriteAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        var write = new Write(statements);
        await writes.Writer.WriteAsync(write, cancellationToken);
        await write.Committed.Task;
    }

    public async ValueTask DisposeAsync()
    {
        writes.Writer.TryComplete();
        await loop;
        await connection.DisposeAsync();
    }

    private async Task LoopAsync()
    {
        List<Write> group = [];
        while (await writes.Reader.WaitToReadAsync())
        {
            while (group.Count < LargestGroup && writes.Reader.TryRead(out var write))
                group.Add(write);
            Commit(group);
            group.Clear();
        }
    }

    private void Commit(List<Write> group)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var statement in group.SelectMany(w => w.Statements))
                Execute(statement, transaction);
            transaction.Commit();
            group.ForEach(w => w.Committed.SetResult());
        }
#pragma warning disable CA1031 // Whatever went wrong, each writer must hear of it: nothing was acknowledged, and nobody may wait for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            group.ForEach(w => w.Committed.TrySetException(exception));
        }
    }

    private void Execute(Statement statement, SqliteTransaction transaction)
    {
#pragma warning disable CA2100 // Statements are constants of RunStore; values are bound.
        using var command = new SqliteCommand(statement.Sql, connection, transaction);
#pragma warning restore CA2100
        foreach (var (name, value) in statement.Values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private sealed record Write(IReadOnlyList<Statement> Statements)
    {
        public TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
