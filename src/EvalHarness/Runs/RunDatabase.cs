using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>Connections to a run's SQLite file: WAL, synchronous=FULL.</summary>
/// <param name="isReading">Whether the file and its folder stay as they are, also while another process writes.</param>
internal sealed class RunDatabase(string file, bool isReading = false)
{
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(isReading ? Reading() : Writing());
        connection.Open();
        connection.Execute(isReading ? "pragma busy_timeout = 30000" : "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 30000");
        return connection;
    }

    private string Writing() => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();

    // Without a log beside it nobody writes the file, and SQLite must be told so, or it would make a log to read it.
    private string Reading() => new SqliteConnectionStringBuilder
    {
        DataSource = File.Exists(file + "-wal") ? file : $"{new Uri(file).AbsoluteUri}?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
    }.ToString();
}
