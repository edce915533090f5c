using EvalHarness.Pipelines;
using EvalHarness.Pipelines.Retrieval.Vectors;

namespace EvalHarness.Tests.Pipelines.Retrieval.Vectors;

internal sealed class IndexFileTests
{
    [TestCase(0)]
    [TestCase(6)]
    // Longer than a piece, and no multiple of one.
    [TestCase(2_500_002)]
    public void What_is_written_is_read_again(int count)
    {
        var chunks = Chunks(count);

        var read = IndexFile.Read(Written(chunks))!;

        Assert.That(read.Values.AsSpan().SequenceEqual(chunks.Values), Is.True);
        Assert.That((read.Dimensions, read.Record.Model, read.Record.Usage), Is.EqualTo((2, "m", new TokenUsage(7, 0))));
        Assert.That(read.Record.Learnt, Is.EqualTo(new byte[] { 1, 10, 3 }));
    }

    [Test]
    public void A_file_in_which_any_byte_is_wrong_or_missing_is_none()
    {
        var bytes = Written(Chunks(6)).ToArray();

        foreach (var place in Enumerable.Range(0, bytes.Length))
        {
            byte[] changed = [.. bytes];
            changed[place] ^= 1;

            Assert.That(IndexFile.Read(new MemoryStream(changed)), Is.Null, $"byte {place} changed");
            Assert.That(IndexFile.Read(new MemoryStream(bytes[..place])), Is.Null, $"cut at {place}");
        }
    }

    [Test]
    public async Task An_index_is_kept_in_a_file_and_found_there()
    {
        using var folder = new TemporaryFolder();
        var cache = new IndexCache(folder["indexes"]);

        await cache.WriteAsync("key", Chunks(6), CancellationToken.None);

        Assert.That((await cache.FindAsync("key", CancellationToken.None))!.Values, Is.EqualTo(Chunks(6).Values));
        Assert.That(await cache.FindAsync("another", CancellationToken.None), Is.Null);
        Assert.That(Directory.GetFiles(folder["indexes"]), Has.Length.EqualTo(1), "nothing unfinished is left");
    }

    private static EmbeddedChunks Chunks(int count) =>
        new(new EmbeddingRecord([1, 10, 3], "m", new TokenUsage(7, 0), TimeSpan.FromSeconds(1), DateTimeOffset.UnixEpoch), 2, [.. Enumerable.Range(0, count).Select(i => i / 3f)]);

    private static MemoryStream Written(EmbeddedChunks chunks)
    {
        var stream = new MemoryStream();
        IndexFile.Write(chunks, stream);
        stream.Position = 0;
        return stream;
    }
}
