using System.Collections.Concurrent;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Builds a thing once per key for all that ask; what failed is built again for the next.</summary>
internal sealed class SharedBuilds<TKey, TValue>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> builds = new();

    public async Task<TValue> GetAsync(TKey key, Func<Task<TValue>> build)
    {
        var shared = builds.GetOrAdd(key, _ => new Lazy<Task<TValue>>(build));
        try
        {
            return await shared.Value;
        }
        finally
        {
            if (!shared.Value.IsCompletedSuccessfully)
                builds.TryRemove(KeyValuePair.Create(key, shared));
        }
    }
}
