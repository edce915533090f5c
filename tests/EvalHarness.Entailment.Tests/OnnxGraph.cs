using System.Runtime.InteropServices;

namespace EvalHarness.Entailment.Tests;

/// <summary>A small ONNX model, written node by node.</summary>
/// <remarks>Source: onnx.proto, IR version 8, operators of opset 17.</remarks>
internal sealed class OnnxGraph
{
    private const int Float = 1;
    private const int Int32 = 6;
    private const int Int64 = 7;

    private readonly List<Protobuf> nodes = [];
    private readonly List<Protobuf> constants = [];
    private readonly List<Protobuf> inputs = [];

    /// <summary>An input of whole numbers, pair by token.</summary>
    public string Input(string name, bool isShort = false)
    {
        inputs.Add(Value(name, isShort ? Int32 : Int64, ["pairs", "tokens"]));
        return name;
    }

    public string Floats(string name, float[] values, params long[] shape) => Constant(name, Float, MemoryMarshal.AsBytes<float>(values), shape);

    public string Wholes(string name, long[] values, params long[] shape) => Constant(name, Int64, MemoryMarshal.AsBytes<long>(values), shape);

    /// <summary>The name of a node's output.</summary>
    public string Node(string kind, string[] from, params (string Name, long Value)[] attributes)
    {
        var name = $"{kind}-{nodes.Count}";
        var node = from.Aggregate(new Protobuf(), (n, input) => n.Text(1, input)).Text(2, name).Text(4, kind);
        nodes.Add(node.Messages(5, attributes.Select(Attribute)));
        return name;
    }

    // The one attribute that is a list here.
    private static Protobuf Attribute((string Name, long Value) attribute) => attribute.Name == "axes"
        ? new Protobuf().Text(1, attribute.Name).Number(8, attribute.Value).Number(20, 7)
        : new Protobuf().Text(1, attribute.Name).Number(3, attribute.Value).Number(20, 2);

    public string ToFloat(string from) => Node("Cast", [from], ("to", Float));

    public string ToWhole(string from) => Node("Cast", [from], ("to", Int64));

    public byte[] Model(string output, params string[] shape)
    {
        nodes.Add(new Protobuf().Text(1, output).Text(2, "logits").Text(4, "Identity"));
        var graph = new Protobuf().Messages(1, nodes).Text(2, "overlap").Messages(5, constants).Messages(11, inputs).Message(12, Value("logits", Float, shape));
        return new Protobuf().Number(1, 8).Message(7, graph).Message(8, new Protobuf().Text(1, "").Number(2, 17)).ToArray();
    }

    private string Constant(string name, int type, ReadOnlySpan<byte> raw, long[] shape)
    {
        var tensor = shape.Aggregate(new Protobuf(), (t, size) => t.Number(1, size)).Number(2, type).Text(8, name).Bytes(9, raw);
        constants.Add(tensor);
        return name;
    }

    private static Protobuf Value(string name, int type, string[] shape)
    {
        var sizes = new Protobuf().Messages(1, shape.Select(s => long.TryParse(s, out var size) ? new Protobuf().Number(1, size) : new Protobuf().Text(2, s)));
        return new Protobuf().Text(1, name).Message(2, new Protobuf().Message(1, new Protobuf().Number(1, type).Message(2, sizes)));
    }
}
