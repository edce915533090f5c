using System.Text.Json.Nodes;
using EvalHarness.Schemas;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EvalHarness.Inputs;

/// <summary>One pass over the events of a YAML text.</summary>
internal sealed class YamlReader(string text, SourceMap source, int linesBefore)
{
    private const int MaxDepth = 64;

    private readonly YamlEvents parser = new(text);

    /// <exception cref="YamlException">The text does not parse.</exception>
    /// <exception cref="InputException">It holds what is refused.</exception>
    public JsonNode? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        var root = ReadNode("", 0);
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<StreamEnd>(out _)
            ? root
            : throw Refused(parser.Current!, "a second document starts", "Keep one document in the file: remove the --- line.");
    }

    private JsonNode? ReadNode(string pointer, int depth)
    {
        var start = parser.Current ?? throw new YamlException("The text ends too early.");
        if (depth > MaxDepth)
            throw Refused(start, $"more than {MaxDepth} levels", "Write it flatter.");
        RefuseIndirection(start);
        source.AddValue(pointer, Mark(start));
        return start switch
        {
            MappingStart => ReadMapping(pointer, depth),
            SequenceStart => ReadSequence(pointer, depth),
            _ => ReadScalar(parser.Consume<Scalar>()),
        };
    }

    private JsonObject ReadMapping(string pointer, int depth)
    {
        parser.Consume<MappingStart>();
        JsonObject mapping = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadKey();
            var child = JsonPointer.Append(pointer, key.Value);
            if (mapping.ContainsKey(key.Value))
                throw Refused(key, $"the key '{key.Value}' stands there twice", $"It is also at {source.Where(child, name: true)}: keep one.");
            source.AddName(child, Mark(key));
            mapping.Add(key.Value, ReadNode(child, depth + 1));
        }

        return mapping;
    }

    private Scalar ReadKey()
    {
        RefuseIndirection(parser.Current!);
        return parser.TryConsume<Scalar>(out var key) ? key : throw Refused(parser.Current!, "a key is not text", "Write a single word, or put quotes around it.");
    }

    private JsonArray ReadSequence(string pointer, int depth)
    {
        parser.Consume<SequenceStart>();
        JsonArray sequence = [];
        while (!parser.TryConsume<SequenceEnd>(out _))
            sequence.Add(ReadNode(JsonPointer.Append(pointer, sequence.Count), depth + 1));
        return sequence;
    }

    private JsonNode? ReadScalar(Scalar scalar)
    {
        if (scalar.Style != ScalarStyle.Plain)
            return JsonValue.Create(scalar.Value);
        if (YamlScalar.IsNotFinite(scalar.Value))
            throw Refused(scalar, $"{scalar.Value} is no number", "Write a finite number, or put quotes around it.");
        return YamlScalar.Read(scalar.Value);
    }

    private void RefuseIndirection(ParsingEvent parsed)
    {
        if (parsed is AnchorAlias alias)
            throw Refused(parsed, $"the alias *{alias.Value}", "Aliases are not read: write the value out.");
        if (parsed is not NodeEvent node)
            return;
        if (!node.Anchor.IsEmpty)
            throw Refused(parsed, $"the anchor &{node.Anchor.Value}", "Anchors are not read: remove it and write values out.");
        if (!node.Tag.IsEmpty)
            throw Refused(parsed, $"the tag {node.Tag.Value}", "Tags are not read: remove it; quotes make text.");
    }

    private SourceMark Mark(ParsingEvent parsed) => new(parsed.Start.Line + linesBefore, parsed.Start.Column);

    private InputException Refused(ParsingEvent parsed, string found, string mend) => new(new InputProblem(Mark(parsed).In(source.File), found, mend));
}
