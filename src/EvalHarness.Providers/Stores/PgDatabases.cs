using System.Collections.Concurrent;
using EvalHarness.Inputs;

namespace EvalHarness.Providers.Stores;

/// <summary>One pool of connections per connection string, whoever asks.</summary>
internal sealed class PgDatabases(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<PgDatabase>> databases = new(StringComparer.Ordinal);

    /// <param name="variable">The environment variable with the connection string; it was checked.</param>
    public PgDatabase Get(string variable) => databases.GetOrAdd(
        EnvironmentText.Own.Value(variable)!,
        text => new Lazy<PgDatabase>(() => new PgDatabase(variable, PgConnectionText.Read(text)!, time))).Value;

    public void Dispose()
    {
        foreach (var database in databases.Values.Where(d => d.IsValueCreated))
            database.Value.Dispose();
    }
}
