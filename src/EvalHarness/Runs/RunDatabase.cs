using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>Connections to a run's SQLite file: WAL, synchronous=FULL.</summary>
internal sealed class RunDatabase(string file)
{
    private readonly string connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000");
        return connection;
    }
}
