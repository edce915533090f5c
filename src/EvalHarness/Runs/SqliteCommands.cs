using Microsoft.Data.Sqlite;

namespace EvalHarness.Runs;

/// <summary>Short forms for constant statements with bound values.</summary>
internal static class SqliteCommands
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.Command(sql);
        command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // Every statement is a constant; values are bound.
    public static SqliteCommand Command(this SqliteConnection connection, string sql) => new(sql, connection);
#pragma warning restore CA2100

    public static void Bind(this SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.Parameters.Clear();
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
    }
}
