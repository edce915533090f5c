using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace EvalHarness.Providers.Caching;

/// <summary>Replies of endpoints on disk, so that none is paid twice. Only replies are in it, under hashes: neither prompts nor keys.</summary>
/// <remarks>Nothing that goes wrong with it ends a run: a damaged file is moved away, and a disk that cannot be written to turns the cache off; both are said once.</remarks>
/// <param name="file">Made when it is first needed.</param>
/// <param name="say">Told what went wrong with the file.</param>
public sealed class ResponseCache(string file, CacheLimits limits, TimeProvider time, Action<string> say) : IDisposable
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string?>> flights = new(StringComparer.Ordinal);
    private CacheFile? opened;
    private bool isOff;

    private bool IsThere => opened is not null || File.Exists(file);

    /// <summary>Where the cache of a folder of runs is.</summary>
    public static string FileIn(string runs) => Path.Combine(runs, ".cache", "responses.db");

    /// <summary>A reply that is there, or leave to make it. Equal requests at one time make one call: the others wait for its reply.</summary>
    /// <param name="mode">Not <see cref="CacheMode.Off"/>. Under <see cref="CacheMode.Write"/> everybody makes a call.</param>
    public async Task<CacheFlight> EnterAsync(string key, CacheMode mode, CancellationToken cancellationToken)
    {
        if (mode == CacheMode.Write)
            return new CacheFlight(null, json => Land(key, json, null));
        while (true)
        {
            TaskCompletionSource<string?> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var first = flights.GetOrAdd(key, mine);
            if (first == mine)
                return Begin(key, mine);
            // Without a reply the first one failed: somebody else tries.
            if (await first.Task.WaitAsync(cancellationToken) is { } reply)
                return new CacheFlight(reply, _ => { });
        }
    }

    /// <summary>What is in it; no file is made for that.</summary>
    public CacheStatistics Statistics() => (IsThere ? Use(f => f.Statistics()) : null) ?? new CacheStatistics(0, 0, null, null);

    /// <param name="olderThan">All of them when absent.</param>
    /// <returns>How many replies went.</returns>
    public int Clear(TimeSpan? olderThan) =>
        (IsThere ? Use(f => (int?)(olderThan is { } age ? f.RemoveOlderThan(time.GetUtcNow() - age) : f.RemoveAll())) : null) ?? 0;

    public void Dispose()
    {
        lock (gate)
        {
            opened?.Dispose();
            (opened, isOff) = (null, true);
        }
    }

    private CacheFlight Begin(string key, TaskCompletionSource<string?> mine)
    {
        if (Use(f => f.Find(key)) is not { } found)
            return new CacheFlight(null, json => Land(key, json, mine));
        Land(key, null, mine, found);
        return new CacheFlight(found, _ => { });
    }

    private void Land(string key, string? made, TaskCompletionSource<string?>? flight, string? found = null)
    {
        if (made is not null)
            Use<object>(f =>
            {
                f.Keep(key, made);
                return null;
            });
        if (flight is null)
            return;
        flights.TryRemove(new(key, flight));
        flight.TrySetResult(made ?? found);
    }

    // A file that is damaged gets one successor.
    private T? Use<T>(Func<CacheFile, T?> work)
    {
        lock (gate)
        {
            try
            {
                return isOff ? default : work(opened ??= Open());
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode is Corrupt or NotADatabase)
            {
                MoveAway();
                return default;
            }
            catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
            {
                isOff = true;
                say($"the response cache {file} cannot be used and is off: {exception.Message}");
                return default;
            }
        }
    }

    private CacheFile Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        return new CacheFile(file, limits, time);
    }

    private void MoveAway()
    {
        opened?.Dispose();
        opened = null;
        var damaged = string.Create(CultureInfo.InvariantCulture, $"{file}.damaged-{time.GetUtcNow():yyyyMMdd-HHmmss}");
        try
        {
            File.Move(file, damaged, overwrite: true);
            File.Delete($"{file}-wal");
            File.Delete($"{file}-shm");
            say($"the response cache was damaged and is begun anew; what was there is now {damaged}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            isOff = true;
            say($"the response cache {file} is damaged, cannot be moved away, and is off: {exception.Message}");
        }
    }
}
