using System.Text;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Providers.Caching;

/// <summary>The response cache's SQLite file: replies by key, in WAL mode, so that several processes may use it and a killed one leaves it whole.</summary>
/// <remarks>Not for several threads at once.</remarks>
internal sealed class CacheFile : IDisposable
{
    // When a reply was used is known to the hour: a hit need not write.
    private static readonly TimeSpan UseCounts = TimeSpan.FromHours(1);

    private readonly SqliteConnection connection;
    private readonly CacheLimits limits;
    private readonly TimeProvider time;
    private long bytes;

    /// <exception cref="SqliteException">It is damaged, or cannot be opened.</exception>
    public CacheFile(string path, CacheLimits limits, TimeProvider time)
    {
        (this.limits, this.time) = (limits, time);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute("pragma busy_timeout = 5000; pragma auto_vacuum = incremental; pragma journal_mode = wal; pragma synchronous = normal");
            // Replies stand last: counting does not read them.
            Execute("create table if not exists replies (key text primary key, bytes integer not null, made integer not null, used integer not null, json text not null) without rowid");
            Execute("create index if not exists replies_used on replies (used)");
            RemoveOlderThan(time.GetUtcNow() - limits.Age);
            bytes = Statistics().Bytes;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    public string? Find(string key)
    {
        using var query = Command("select json, used from replies where key = $key and made >= $oldest", ("$key", key), ("$oldest", (time.GetUtcNow() - limits.Age).ToUnixTimeSeconds()));
        using var reader = query.ExecuteReader();
        if (!reader.Read())
            return null;
        var (json, used) = (reader.GetString(0), reader.GetInt64(1));
        reader.Close();
        if (Now - used > UseCounts.TotalSeconds)
            Execute("update replies set used = $now where key = $key", ("$now", Now), ("$key", key));
        return json;
    }

    public void Keep(string key, string json)
    {
        var size = Encoding.UTF8.GetByteCount(json);
        Execute(
            "insert into replies (key, bytes, made, used, json) values ($key, $bytes, $now, $now, $json) on conflict (key) do update set bytes = $bytes, made = $now, used = $now, json = $json",
            ("$key", key), ("$bytes", size), ("$now", Now), ("$json", json));
        bytes += size;
        if (bytes > limits.Bytes)
            MakeRoom();
    }

    public CacheStatistics Statistics()
    {
        using var query = Command("select count(*), coalesce(sum(bytes), 0), min(made), max(made) from replies");
        using var reader = query.ExecuteReader();
        reader.Read();
        return new CacheStatistics(reader.GetInt32(0), reader.GetInt64(1), At(reader, 2), At(reader, 3));
    }

    /// <returns>How many replies went.</returns>
    public int RemoveOlderThan(DateTimeOffset made)
    {
        var removed = Execute("delete from replies where made < $made", ("$made", made.ToUnixTimeSeconds()));
        if (removed > 0)
            Execute("pragma incremental_vacuum");
        return removed;
    }

    /// <returns>How many replies went.</returns>
    public int RemoveAll()
    {
        var removed = Execute("delete from replies");
        Execute("vacuum");
        bytes = 0;
        return removed;
    }

    public void Dispose() => connection.Dispose();

    // A tenth more than needed, so that not every reply makes room anew. Others may write too: what is there is counted again.
    private void MakeRoom()
    {
        bytes = Statistics().Bytes;
        var surplus = bytes - (limits.Bytes / 10 * 9);
        if (bytes <= limits.Bytes)
            return;
        Execute(
            "delete from replies where key in (select key from (select key, sum(bytes) over (order by used, key) - bytes as before from replies) where before < $surplus)",
            ("$surplus", surplus));
        Execute("pragma incremental_vacuum");
        bytes = Statistics().Bytes;
    }

    private static DateTimeOffset? At(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(column));

    private int Execute(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
#pragma warning disable CA2100 // Every statement is a constant; values are bound.
        var command = new SqliteCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
