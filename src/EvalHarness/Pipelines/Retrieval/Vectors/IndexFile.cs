using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>The vectors of an index in a stream: a line of JSON, what was learnt, the vectors (little-endian), and the hash of all that.</summary>
/// <remarks>Written and read piece by piece: no array holds more than two gigabytes, and an index may.</remarks>
internal static class IndexFile
{
    // In numbers.
    private const int Piece = 1 << 20;

    // A header is a few hundred bytes; what has no end within this is none.
    private const int LongestHeader = 1 << 16;

    public static void Write(EmbeddedChunks chunks, Stream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var header = new Header(chunks.Record with { Learnt = [] }, chunks.Record.Learnt.Length, chunks.Dimensions, chunks.Values.Length);
        Write(JsonSerializer.SerializeToUtf8Bytes(header));
        Write("\n"u8);
        Write(chunks.Record.Learnt);
        foreach (var start in Starts(chunks.Values.Length))
            Write(Bytes(chunks.Values, start));
        stream.Write(hash.GetHashAndReset());

        void Write(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Nothing when what is in the stream is not whole.</summary>
    /// <param name="stream">Buffered, at its start, with a length.</param>
    public static EmbeddedChunks? Read(Stream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Lengths first: what a damaged header says must not be made room for.
        if (ReadHeader(stream, hash) is not { Learnt: >= 0, Dimensions: > 0, Values: >= 0 } header
            || stream.Length - stream.Position != header.Learnt + ((long)header.Values * sizeof(float)) + SHA256.HashSizeInBytes)
            return null;

        var (learnt, values, said) = (new byte[header.Learnt], new float[header.Values], new byte[SHA256.HashSizeInBytes]);
        Read(learnt);
        foreach (var start in Starts(values.Length))
            Read(Bytes(values, start));
        stream.ReadExactly(said);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(said) ? new EmbeddedChunks(header.Record with { Learnt = learnt }, header.Dimensions, values) : null;

        void Read(Span<byte> bytes)
        {
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }
    }

    private static IEnumerable<int> Starts(int count)
    {
        for (long start = 0; start < count; start += Piece)
            yield return (int)start;
    }

    private static Span<byte> Bytes(float[] values, int start) => MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(Piece, values.Length - start)));

    private static Header? ReadHeader(Stream stream, IncrementalHash hash)
    {
        List<byte> line = [];
        while (line.Count < LongestHeader && stream.ReadByte() is >= 0 and var read)
        {
            line.Add((byte)read);
            if (read == '\n')
                return Parse([.. line], hash);
        }

        return null;
    }

    private static Header? Parse(byte[] line, IncrementalHash hash)
    {
        hash.AppendData(line);
        try
        {
            return JsonSerializer.Deserialize<Header>(line);
        }
        catch (JsonException)
        {
            // The hash that would tell comes last.
            return null;
        }
    }

    /// <param name="Learnt">In bytes.</param>
    private sealed record Header(EmbeddingRecord Record, int Learnt, int Dimensions, int Values);
}
