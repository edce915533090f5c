using EvalHarness.Providers.Caching;
using Microsoft.Extensions.Time.Testing;

namespace EvalHarness.Tests.Providers.Caching;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ResponseCacheTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> said = [];

    private string File => folder["cache/responses.db"];

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Nothing_is_made_on_disk_before_it_is_needed()
    {
        using var cache = Open();
        Assert.That(folder["cache"], Does.Not.Exist);

        await KeepAsync(cache, "a", "1");

        Assert.That(File, Does.Exist);
    }

    [Test]
    public async Task A_reply_outlives_the_process()
    {
        using (var cache = Open())
            await KeepAsync(cache, "a", "1");
        using var later = Open();

        Assert.That(await FindAsync(later, "a"), Is.EqualTo("1"));
    }

    [Test]
    public async Task Old_replies_are_neither_found_nor_kept()
    {
        using (var cache = Open())
        {
            await KeepAsync(cache, "old", "1");
            time.Advance(TimeSpan.FromDays(20));
            await KeepAsync(cache, "new", "2");
            time.Advance(TimeSpan.FromDays(11));

            Assert.That((await FindAsync(cache, "old"), await FindAsync(cache, "new")), Is.EqualTo(((string?)null, "2")));
        }

        using var later = Open();
        Assert.That(later.Statistics().Replies, Is.EqualTo(1));
    }

    [Test]
    public async Task Beyond_its_size_those_go_that_were_not_used_for_longest()
    {
        using var cache = Open(new CacheLimits { Bytes = 1000 });
        for (var i = 0; i < 9; i++)
        {
            await KeepAsync(cache, $"{i}", new string('x', 100));
            time.Advance(TimeSpan.FromHours(2));
        }

        await FindAsync(cache, "0");
        await KeepAsync(cache, "big", new string('x', 200));

        Assert.That(cache.Statistics().Bytes, Is.LessThanOrEqualTo(1000));
        Assert.That((await FindAsync(cache, "0"), await FindAsync(cache, "1"), await FindAsync(cache, "big")), Is.EqualTo((new string('x', 100), (string?)null, new string('x', 200))));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(4000)]
    public async Task A_writer_that_is_killed_leaves_a_file_that_can_be_read(int lost)
    {
        using var cache = Open();
        for (var i = 0; i < 50; i++)
            await KeepAsync(cache, $"{i}", $"reply {i}");

        // What stands on disk now is what a killed process leaves; the end of its journal may be missing.
        Directory.CreateDirectory(folder["killed"]);
        System.IO.File.Copy(File, folder["killed/responses.db"]);
        var journal = folder.Bytes("cache/responses.db-wal");
        folder.Write("killed/responses.db-wal", journal[..^lost]);
        using var after = new ResponseCache(folder["killed/responses.db"], new CacheLimits(), time, said.Add);

        Assert.That(after.Statistics().Replies, Is.InRange(48, 50));
        Assert.That(await FindAsync(after, "0"), Is.EqualTo("reply 0"));
        Assert.That(said, Is.Empty);
    }

    [Test]
    public async Task A_damaged_file_is_moved_away_and_said_once()
    {
        folder.Write("cache/responses.db", "this is no database, and long enough to be taken for one. " + new string('x', 5000));
        using var cache = Open();

        await KeepAsync(cache, "a", "1");
        await KeepAsync(cache, "b", "2");

        Assert.That(await FindAsync(cache, "b"), Is.EqualTo("2"));
        Assert.That(said.Single(), Does.StartWith("the response cache was damaged and is begun anew; what was there is now ").And.EndsWith("responses.db.damaged-20261123-000000"));
        Assert.That(folder.Text("cache/responses.db.damaged-20261123-000000"), Does.StartWith("this is no database"));
    }

    [Test]
    public async Task A_file_that_is_damaged_while_it_is_used_is_moved_away_too()
    {
        using (var cache = Open())
            for (var i = 0; i < 2000; i++)
                await KeepAsync(cache, $"{i}", new string('x', 200));
        var bytes = folder.Bytes("cache/responses.db");
        Array.Fill(bytes, (byte)0xEE, 4096, bytes.Length - 4096);
        folder.Write("cache/responses.db", bytes);
        using var damaged = Open();

        await KeepAsync(damaged, "a", "1");
        await KeepAsync(damaged, "b", "2");

        Assert.That(await FindAsync(damaged, "b"), Is.EqualTo("2"));
        Assert.That(said.Single(), Does.StartWith("the response cache was damaged"));
    }

    [Test]
    public async Task A_place_that_cannot_be_written_to_turns_the_cache_off_and_is_said_once()
    {
        folder.Write("cache", "a file where the folder should be");
        using var cache = Open();

        await KeepAsync(cache, "a", "1");

        Assert.That(await FindAsync(cache, "a"), Is.Null);
        Assert.That(said.Single(), Does.StartWith($"the response cache {File} cannot be used and is off: "));
    }

    [Test]
    public async Task Clearing_takes_all_of_it_or_what_is_older()
    {
        using var cache = Open();
        await KeepAsync(cache, "old", "1");
        time.Advance(TimeSpan.FromDays(8));
        await KeepAsync(cache, "new", "22");

        Assert.That(cache.Statistics(), Is.EqualTo(new CacheStatistics(2, 3, time.GetUtcNow().AddDays(-8), time.GetUtcNow())));
        Assert.That(cache.Clear(TimeSpan.FromDays(7)), Is.EqualTo(1));
        Assert.That(cache.Clear(olderThan: null), Is.EqualTo(1));
        Assert.That(cache.Statistics(), Is.EqualTo(new CacheStatistics(0, 0, null, null)));
    }

    private ResponseCache Open(CacheLimits? limits = null) => new(File, limits ?? new CacheLimits(), time, said.Add);

    private static async Task KeepAsync(ResponseCache cache, string key, string reply)
    {
        using var flight = await cache.EnterAsync(key, CacheMode.Write, default);
        flight.Keep(reply);
    }

    private static async Task<string?> FindAsync(ResponseCache cache, string key)
    {
        using var flight = await cache.EnterAsync(key, CacheMode.Read, default);
        return flight.Found;
    }
}
