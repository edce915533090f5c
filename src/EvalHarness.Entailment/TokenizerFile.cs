using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalHarness.Inputs;
using Microsoft.ML.Tokenizers;

namespace EvalHarness.Entailment;

/// <summary>Reads a model's tokenizer from the file that comes with it.</summary>
internal static partial class TokenizerFile
{
    /// <exception cref="InputException">The file is of a kind that cannot be read here.</exception>
    public static TextTokenizer Read(string path, bool lowercase)
    {
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".txt" => WordPiece(File.ReadAllLines(path), lowercase, stripsAccents: lowercase),
                ".model" or ".spm" => new SentencePieceFile(path).Read(),
                ".json" => new TokenizerJson(path).Read(),
                var other => throw Wrong(path, $"'{other}' is the ending of no tokenizer that is known here"),
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException or IOException or IndexOutOfRangeException)
        {
            throw Wrong(path, $"the tokenizer cannot be read ({exception.Message})");
        }
    }

    internal static InputException Wrong(string path, string found) =>
        new(new InputProblem(path, found, "Give tokenizer.json of a WordPiece or BPE tokenizer, vocab.txt of a WordPiece one, or a SentencePiece model (spm.model, spiece.model)."));

    /// <param name="vocabulary">Each token at its number.</param>
    internal static TextTokenizer WordPiece(IReadOnlyList<string> vocabulary, bool lowercase, bool stripsAccents)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', vocabulary)));
        var tokenizer = BertTokenizer.Create(stream, new BertOptions
        {
            LowerCaseBeforeTokenization = lowercase,
            RemoveNonSpacingMarks = stripsAccents,
            // A passage that says [SEP] must not end itself.
            SplitOnSpecialTokens = false,
            // Nothing is masked here: a vocabulary without the token is as good.
            MaskingToken = vocabulary.Contains("[MASK]") ? "[MASK]" : "[UNK]",
        });
        return new TextTokenizer(tokenizer, Specials(vocabulary.Index().Select(v => (v.Item, v.Index))));
    }

    internal static IReadOnlyDictionary<string, int> Specials(IEnumerable<(string Token, int Id)> vocabulary)
    {
        var specials = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (token, id) in vocabulary.Where(v => SpecialName().IsMatch(v.Token)))
            specials.TryAdd(token, id);
        return specials;
    }

    [GeneratedRegex(@"^(\[[A-Z]+\]|</?[a-z]+>)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpecialName();
}
