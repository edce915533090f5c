using Microsoft.ML.Tokenizers;

namespace EvalHarness.Entailment;

/// <summary>Turns text into a model's tokens. Text never yields a special token, whatever it says: those come from the pair's pattern alone.</summary>
/// <param name="specials">The special tokens by name.</param>
internal sealed class TextTokenizer(Tokenizer tokenizer, IReadOnlyDictionary<string, int> specials)
{
    private static readonly string[] PaddingNames = ["[PAD]", "<pad>"];

    /// <summary>What fills short inputs up; they are masked, so that any token would do.</summary>
    public int Padding { get; } = PaddingNames.Where(specials.ContainsKey).Select(name => specials[name]).FirstOrDefault();

    /// <summary>What the special tokens say a pair looks like; absent when they do not.</summary>
    public string? Pair => specials.ContainsKey("[CLS]") && specials.ContainsKey("[SEP]") ? "[CLS] {premise} [SEP] {claim} [SEP]"
        : specials.ContainsKey("<s>") && specials.ContainsKey("</s>") ? "<s> {premise} </s> </s> {claim} </s>"
        : null;

    public IEnumerable<string> SpecialNames => specials.Keys;

    /// <summary>Absent when the tokenizer has no special token of this name.</summary>
    public int? Special(string name) => specials.TryGetValue(name, out var id) ? id : null;

    public IReadOnlyList<int> Encode(string text) => tokenizer is BertTokenizer bert
        ? bert.EncodeToIds(text, addSpecialTokens: false)
        : tokenizer.EncodeToIds(text);
}
