using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace EvalHarness.Entailment;

/// <summary>A tokenizer.json of Hugging Face's tokenizers: WordPiece, or BPE over bytes.</summary>
internal sealed class TokenizerJson(string path)
{
    private readonly JsonElement root = JsonElement.Parse(File.ReadAllBytes(path));

    public TextTokenizer Read()
    {
        var model = root.GetProperty("model");
        // Older files do not say what kind of model they are.
        var kind = model.TryGetProperty("type", out var type) ? type.GetString() : model.TryGetProperty("merges", out _) ? "BPE" : "WordPiece";
        return kind switch
        {
            "WordPiece" => WordPiece(model),
            "BPE" => BytePairs(model),
            _ => throw TokenizerFile.Wrong(path, $"its model is '{kind}'; a SentencePiece model of the same tokenizer is what is read here"),
        };
    }

    private TextTokenizer WordPiece(JsonElement model)
    {
        var known = Vocabulary(model).Concat(Added()).GroupBy(v => v.Id).ToDictionary(g => g.Key, g => g.Last().Token);
        var tokens = Enumerable.Range(0, known.Keys.Max() + 1).Select(id => known.GetValueOrDefault(id, $"[unused-{id}]")).ToList();
        var isLower = Flag("lowercase") ?? true;
        return TokenizerFile.WordPiece(tokens, isLower, Flag("strip_accents") ?? isLower);
    }

    private TextTokenizer BytePairs(JsonElement model)
    {
        var vocabulary = Vocabulary(model).ToList();
        var tokenizer = BpeTokenizer.Create(new BpeOptions(vocabulary.Select(v => KeyValuePair.Create(v.Token, v.Id)))
        {
            Merges = model.GetProperty("merges").EnumerateArray().Select(Merge),
            ByteLevel = true,
            PreTokenizer = RobertaPreTokenizer.Instance,
        });
        return new TextTokenizer(tokenizer, TokenizerFile.Specials([.. vocabulary, .. Added()]));
    }

    private bool? Flag(string name) => root.TryGetProperty("normalizer", out var normalizer) && normalizer.ValueKind == JsonValueKind.Object
        && normalizer.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False ? flag.GetBoolean() : null;

    private IEnumerable<(string Token, int Id)> Added() => root.TryGetProperty("added_tokens", out var added) && added.ValueKind == JsonValueKind.Array
        ? added.EnumerateArray().Select(a => (a.GetProperty("content").GetString()!, a.GetProperty("id").GetInt32()))
        : [];

    private static IEnumerable<(string Token, int Id)> Vocabulary(JsonElement model) =>
        model.GetProperty("vocab").EnumerateObject().Select(v => (v.Name, v.Value.GetInt32()));

    // "a b" in older files, ["a", "b"] in newer ones.
    private static string Merge(JsonElement merge) => merge.ValueKind == JsonValueKind.String ? merge.GetString()! : $"{merge[0].GetString()} {merge[1].GetString()}";
}
