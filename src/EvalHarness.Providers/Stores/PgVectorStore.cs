using EvalHarness.Inputs;
using EvalHarness.Pipelines.Retrieval;
using EvalHarness.Pipelines.Retrieval.Vectors;
using Npgsql;

namespace EvalHarness.Providers.Stores;

/// <summary>Keeps vectors in PostgreSQL with the extension pgvector: a table for each corpus and its parameters.</summary>
/// <remarks>Each operation takes one connection and gives it back, so a pool of one is enough.</remarks>
public sealed class PgVectorStore(TimeProvider time) : IVectorStore, IDisposable
{
    private readonly PgDatabases databases = new(time);

    public PgVectorStore()
        : this(TimeProvider.System)
    {
    }

    public string Name => "pgvector";

    public InputProblem? Check(RetrievalOptions options, string where)
    {
        if (options.ConnectionEnv is not { } variable)
            return new InputProblem(where, "store: pgvector without a connection", "Name under connection_env: the environment variable that holds PostgreSQL's connection string.");
        if (EnvironmentText.Own.Value(variable) is not { } text)
            return new InputProblem(where, $"the environment variable {variable} is not set", $"Set it: export {variable}='Host=…;Database=…;Username=…;Password=…'");
        return PgConnectionText.Read(text) is null
            ? new InputProblem(where, $"{variable} does not hold a connection string of Npgsql's", "Write it as Host=…;Port=5432;Database=…;Username=…;Password=….")
            : null;
    }

    public async Task<StoredIndex?> FindAsync(string key, RetrievalOptions options, CancellationToken cancellationToken)
    {
        var database = databases.Get(options.ConnectionEnv!);
        var table = new PgVectorTable(key);
        return await database.UseAsync(connection => table.FindAsync(connection, cancellationToken), cancellationToken) is { } found
            ? new StoredIndex(found.Record, new PgVectorIndex(database, table, found.Shape))
            : null;
    }

    public async Task<IVectorIndex> CreateAsync(string key, RetrievalOptions options, EmbeddedChunks content, CancellationToken cancellationToken)
    {
        var database = databases.Get(options.ConnectionEnv!);
        var table = new PgVectorTable(key);
        await database.UseAsync(connection => CreateAsync(connection, table, content, cancellationToken), cancellationToken);
        return new PgVectorIndex(database, table, PgVectorShape.Of(content));
    }

    /// <summary>The server and its extension as they are, in words; nothing is changed. The options were checked.</summary>
    /// <exception cref="InputException">The store cannot be reached or used.</exception>
    public Task<string> DescribeAsync(RetrievalOptions options, CancellationToken cancellationToken) => databases.Get(options.ConnectionEnv!).DescribeAsync(cancellationToken);

    public void Dispose() => databases.Dispose();

    private static async Task<bool> CreateAsync(NpgsqlConnection connection, PgVectorTable table, EmbeddedChunks content, CancellationToken cancellationToken)
    {
        await table.CreateAsync(connection, content, cancellationToken);
        return true;
    }
}
