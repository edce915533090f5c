using System.Text.Json.Nodes;
using EvalHarness.Evaluators.Groundedness;

namespace EvalHarness.Entailment.Tests;

/// <summary>A folder with an overlap model and its vocabulary, and what an experiment says of them.</summary>
internal static class TinyModel
{
    private static readonly string[] Empty = ["a", "the", "is", "for", "of", "and", "in", "to", ".", ","];
    private static readonly string[] Words = ["reset", "link", "valid", "30", "60", "minutes", "export", "kept", "7", "days", "password", "passwords", "expire", "##s", "file", "blue", "admin", "can", "delete", "[", "]", "sep"];

    public static IReadOnlyList<string> Vocabulary { get; } = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", .. Empty, .. Words];

    public static OverlapModel Model { get; } = new(Vocabulary.Count, separator: 3)
    {
        Ignored = new HashSet<int>([0, 2, 3, .. Empty.Select(e => Vocabulary.ToList().IndexOf(e))]),
    };

    public static VerifierSource Source(TemporaryFolder folder, byte[] model, string settings = "\"label\": 1")
    {
        folder.Write("model.onnx", model);
        folder.Write("vocab.txt", string.Join('\n', Vocabulary));
        return new VerifierSource("entailment", folder.FullPath, JsonNode.Parse($$"""{ "model": "model.onnx", "tokenizer": "vocab.txt", {{settings}} }""")!.AsObject());
    }
}
