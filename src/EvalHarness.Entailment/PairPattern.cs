using System.Text.RegularExpressions;
using EvalHarness.Inputs;

namespace EvalHarness.Entailment;

/// <summary>How premise and claim stand together in a model's input: <c>[CLS] {premise} [SEP] {claim} [SEP]</c>.</summary>
internal sealed partial class PairPattern
{
    private const string Premise = "{premise}";
    private const string Claim = "{claim}";
    private const string Question = "{question}";

    private readonly List<(string Name, IReadOnlyList<int> Ids)> parts = [];

    /// <exception cref="InputException">The pattern lacks premise or claim, or names a special token that the tokenizer does not have.</exception>
    public PairPattern(string pattern, TextTokenizer tokenizer)
    {
        if (!pattern.Contains(Premise, StringComparison.Ordinal) || !pattern.Contains(Claim, StringComparison.Ordinal))
            throw Wrong($"'{pattern}' has no {Premise} or no {Claim}", "Write both, as in [CLS] {premise} [SEP] {claim} [SEP].");
        foreach (var piece in Piece().Split(pattern).Where(p => !string.IsNullOrWhiteSpace(p)))
            parts.Add(piece is Premise or Claim or Question ? (piece, []) : ("", Ids(piece, tokenizer)));
    }

    /// <summary>Tokens of the pattern itself.</summary>
    public int OwnTokens => parts.Sum(p => p.Ids.Count);

    public bool HasQuestion => parts.Exists(p => p.Name == Question);

    public ModelInput Fill(IReadOnlyList<int> premise, IReadOnlyList<int> claim, IReadOnlyList<int> question)
    {
        List<int> ids = [];
        var second = int.MaxValue;
        foreach (var (name, own) in parts)
        {
            // The segment of the claim begins right after what ends the premise.
            if (name is Claim or Question)
                second = Math.Min(second, ids.Count);
            ids.AddRange(name switch { Premise => premise, Claim => claim, Question => question, _ => own });
        }

        return new ModelInput([.. ids], Math.Min(second, ids.Count));
    }

    // Words that are special tokens stand for themselves, other text is read as text.
    private static List<int> Ids(string literal, TextTokenizer tokenizer)
    {
        List<int> ids = [];
        foreach (var piece in SpecialWord().Split(literal).Where(p => !string.IsNullOrWhiteSpace(p)))
        {
            if (SpecialWord().IsMatch(piece))
                ids.Add(tokenizer.Special(piece) ?? throw Wrong($"the tokenizer has no special token '{piece}'", $"It has: {string.Join(", ", tokenizer.SpecialNames)}."));
            else
                ids.AddRange(tokenizer.Encode(piece.Trim()));
        }

        return ids;
    }

    private static InputException Wrong(string found, string mend) => new(new InputProblem("verifier", $"pair: {found}", mend));

    [GeneratedRegex(@"(?<piece>\{premise\}|\{claim\}|\{question\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Piece();

    [GeneratedRegex(@"(?<word>\[[A-Z]+\]|</?[a-z]+>)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpecialWord();
}
