using EvalHarness.Inputs;
using Npgsql;
using Pgvector.Npgsql;

namespace EvalHarness.Providers.Stores;

/// <summary>A PostgreSQL database with the extension <c>vector</c>.</summary>
/// <remarks>What goes wrong while an index is made or found is an InputException without the password; for a failed search see <see cref="PgSearches"/>.</remarks>
internal sealed class PgDatabase : IDisposable
{
    private readonly string where;
    private readonly NpgsqlDataSource source;
    private readonly PgSearches searches;
    private readonly SemaphoreSlim gate = new(1);
    private bool hasVector;

    public PgDatabase(string variable, NpgsqlConnectionStringBuilder text, TimeProvider time)
    {
        where = FormattableString.Invariant($"store pgvector ({variable}: {text.Host}:{text.Port}/{text.Database ?? text.Username})");
        var builder = new NpgsqlDataSourceBuilder(text.ConnectionString);
        builder.UseVector();
        source = builder.Build();
        searches = new PgSearches(where, time);
    }

    /// <exception cref="StoreException">The search failed, after a few tries where they could help.</exception>
    /// <exception cref="Pipelines.Endpoints.EndpointStoppedException">Searches failed too often in a row.</exception>
    public Task<T> SearchAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> search, CancellationToken cancellationToken) => searches.RunAsync(
        async token =>
        {
            await using var connection = await source.OpenConnectionAsync(token);
            return await search(connection, token);
        },
        cancellationToken);

    /// <exception cref="InputException">The server cannot be reached, refuses the user, or has no extension vector.</exception>
    public Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken) => ConnectAsync(
        async connection =>
        {
            await EnsureVectorAsync(connection, cancellationToken);
            return await work(connection);
        },
        cancellationToken);

    /// <summary>The server and its extension as they are, in words; nothing is changed.</summary>
    /// <exception cref="InputException">The server cannot be reached, refuses the user, or has no extension vector.</exception>
    public Task<string> DescribeAsync(CancellationToken cancellationToken) => ConnectAsync(
        async connection =>
        {
            const string Versions = """
                select coalesce(
                    (select extversion from pg_extension where extname = 'vector'),
                    (select default_version || ', to be created' from pg_available_extensions where name = 'vector'))
                """;
            await using var command = new NpgsqlCommand(Versions, connection);
            return await command.ExecuteScalarAsync(cancellationToken) is string version
                ? $"PostgreSQL {connection.PostgreSqlVersion}, vector {version}"
                : throw new InputException(PgProblem.WithoutVector(where, "it is not among those available"));
        },
        cancellationToken);

    public void Dispose()
    {
        source.Dispose();
        gate.Dispose();
    }

    private async Task EnsureVectorAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (hasVector)
                return;
            await using var create = new NpgsqlCommand("create extension if not exists vector", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);

            // The connection learnt the types before there was one of that name.
            await connection.ReloadTypesAsync(cancellationToken);
            hasVector = true;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<T> ConnectAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await work(connection);
        }
        catch (NpgsqlException exception)
        {
            throw new InputException(PgProblem.Of(where, exception));
        }
    }
}
