using System.Net.Sockets;
using EvalHarness.Inputs;
using Npgsql;
using Pgvector.Npgsql;

namespace EvalHarness.Providers.Stores;

/// <summary>A PostgreSQL database with the extension <c>vector</c>.</summary>
/// <remarks>What goes wrong while an index is made or found is an InputException without the password; a failed search is the sample's error.</remarks>
internal sealed class PgDatabase : IDisposable
{
    private readonly string where;
    private readonly NpgsqlDataSource source;
    private readonly SemaphoreSlim gate = new(1);
    private bool hasVector;

    public PgDatabase(string variable, NpgsqlConnectionStringBuilder text)
    {
        where = FormattableString.Invariant($"store pgvector ({variable}: {text.Host}:{text.Port}/{text.Database ?? text.Username})");
        var builder = new NpgsqlDataSourceBuilder(text.ConnectionString);
        builder.UseVector();
        source = builder.Build();
    }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    /// <exception cref="InputException">The server cannot be reached, refuses the user, or has no extension vector.</exception>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            await EnsureVectorAsync(connection, cancellationToken);
            return await work(connection);
        }
        catch (PostgresException exception)
        {
            throw new InputException(Problem(exception));
        }
        catch (NpgsqlException exception)
        {
            throw new InputException(new InputProblem(where, $"PostgreSQL cannot be reached ({Reason(exception)})", "Check that the server runs there, and host and port in the connection string."));
        }
    }

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

    private InputProblem Problem(PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported =>
            new InputProblem(where, $"the server has no extension vector ({exception.MessageText})", "Install pgvector on the server (package postgresql-<version>-pgvector), or use store: memory."),
        PostgresErrorCodes.InsufficientPrivilege =>
            new InputProblem(where, $"the user may not ({exception.MessageText})", "Let an administrator run CREATE EXTENSION vector, and grant CREATE on the schema."),
        _ => new InputProblem(where, $"PostgreSQL refused: {exception.MessageText} ({exception.SqlState})", "Check user, password and database in the connection string."),
    };

    private static string Reason(NpgsqlException exception) => exception.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        TimeoutException => "timeout",
        _ => exception.Message,
    };
}
