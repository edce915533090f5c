using System.Net.Sockets;
using EvalHarness.Inputs;
using Npgsql;

namespace EvalHarness.Providers.Stores;

/// <summary>Says what is wrong with a database, and what to mend.</summary>
internal static class PgProblem
{
    /// <param name="where">The store, the variable with its connection and the server's address; not the password.</param>
    public static InputProblem Of(string where, NpgsqlException exception) => exception is PostgresException said
        ? Said(where, said)
        : new InputProblem(where, $"PostgreSQL cannot be reached ({Reason(exception)})", "Check that the server runs there, and host and port in the connection string.");

    public static InputProblem WithoutVector(string where, string reason) =>
        new(where, $"the server has no extension vector ({reason})", "Install pgvector on the server (package postgresql-<version>-pgvector), or use store: memory.");

    private static InputProblem Said(string where, PostgresException exception) => exception.SqlState switch
    {
        PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported =>
            WithoutVector(where, exception.MessageText),
        PostgresErrorCodes.InsufficientPrivilege =>
            new InputProblem(where, $"the user may not ({exception.MessageText})", "Let an administrator run CREATE EXTENSION vector, and grant CREATE on the schema."),
        PostgresErrorCodes.UndefinedTable =>
            new InputProblem(where, $"the index is gone ({exception.MessageText})", "Run the same command again: it is made anew."),
        _ => new InputProblem(where, $"PostgreSQL refused: {exception.MessageText} ({exception.SqlState})", "Check user, password and database in the connection string."),
    };

    private static string Reason(NpgsqlException exception) => exception.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        TimeoutException => "timeout",
        _ => exception.Message,
    };
}
