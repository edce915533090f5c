using System.Text;

namespace EvalHarness.Entailment.Tests;

/// <summary>Writes a protocol buffer message by hand: as much of the format as small models need.</summary>
/// <remarks>Source: protobuf.dev/programming-guides/encoding.</remarks>
internal sealed class Protobuf
{
    private readonly List<byte> bytes = [];

    public Protobuf Number(int field, long value)
    {
        Variable((ulong)field << 3);
        Variable((ulong)value);
        return this;
    }

    public Protobuf Float(int field, float value)
    {
        Variable((ulong)field << 3 | 5);
        bytes.AddRange(BitConverter.GetBytes(value));
        return this;
    }

    public Protobuf Bytes(int field, ReadOnlySpan<byte> value)
    {
        Variable((ulong)field << 3 | 2);
        Variable((ulong)value.Length);
        bytes.AddRange(value);
        return this;
    }

    public Protobuf Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public Protobuf Message(int field, Protobuf value) => Bytes(field, value.ToArray());

    public Protobuf Messages(int field, IEnumerable<Protobuf> values) => values.Aggregate(this, (message, value) => message.Message(field, value));

    public byte[] ToArray() => [.. bytes];

    private void Variable(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
    }
}
