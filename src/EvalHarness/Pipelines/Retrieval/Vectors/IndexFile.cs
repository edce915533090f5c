using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace EvalHarness.Pipelines.Retrieval.Vectors;

/// <summary>The vectors of an index as bytes: a line of JSON, what was learnt, the vectors (little-endian), and the hash of all that.</summary>
internal static class IndexFile
{
    public static byte[] ToBytes(EmbeddedChunks chunks)
    {
        using var stream = new MemoryStream();
        var header = new Header(chunks.Record with { Learnt = [] }, chunks.Record.Learnt.Length, chunks.Dimensions, chunks.Values.Length);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(header));
        stream.WriteByte((byte)'\n');
        stream.Write(chunks.Record.Learnt);
        stream.Write(MemoryMarshal.AsBytes<float>(chunks.Values));
        var content = stream.ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }

    /// <summary>Nothing when the bytes are not whole.</summary>
    public static EmbeddedChunks? Read(byte[] bytes)
    {
        if (bytes.Length <= SHA256.HashSizeInBytes)
            return null;
        var content = bytes.AsSpan(..^SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
            return null;

        var header = JsonSerializer.Deserialize<Header>(content[..content.IndexOf((byte)'\n')])!;
        var body = content[(content.IndexOf((byte)'\n') + 1)..];
        var values = MemoryMarshal.Cast<byte, float>(body[header.Learnt..]).ToArray();
        return new EmbeddedChunks(header.Record with { Learnt = body[..header.Learnt].ToArray() }, header.Dimensions, values);
    }

    /// <param name="Learnt">In bytes.</param>
    private sealed record Header(EmbeddingRecord Record, int Learnt, int Dimensions, int Values);
}
