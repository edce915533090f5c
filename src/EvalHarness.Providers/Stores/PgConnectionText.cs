using Npgsql;

namespace EvalHarness.Providers.Stores;

/// <summary>Reads connection strings; what is wrong with one is not repeated, since it holds the password.</summary>
internal static class PgConnectionText
{
    /// <summary>Nothing when it is none of Npgsql's, or names no host.</summary>
    public static NpgsqlConnectionStringBuilder? Read(string text)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrWhiteSpace(builder.Host) ? null : builder;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }
}
