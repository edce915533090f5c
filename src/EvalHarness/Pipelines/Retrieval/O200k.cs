using EvalHarness.Datasets;
using Microsoft.ML.Tokenizers;

namespace EvalHarness.Pipelines.Retrieval;

/// <summary>Counts and places tokens of the o200k encoding.</summary>
/// <remarks>The vocabulary is loaded once per process, in .1–.4 s.</remarks>
public static class O200k
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public static int Count(string text) => Tokenizer.Value.CountTokens(text);

    /// <summary>Where the tokens stand, in order and without gaps; tokens that share a character make one span.</summary>
    public static IReadOnlyList<TextSpan> Spans(string text)
    {
        var spans = new List<TextSpan>();
        foreach (var token in Tokenizer.Value.EncodeToTokens(text, out _))
        {
            var (start, end) = (spans.Count == 0 ? 0 : spans[^1].End, token.Offset.End.Value);
            if (end > start && !(end < text.Length && char.IsLowSurrogate(text[end])))
                spans.Add(new TextSpan(start, end));
        }

        return spans;
    }
}
