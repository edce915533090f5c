using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>A text with its words, quantities and negations.</summary>
internal sealed class ReadText
{
    public ReadText(string text)
    {
        Text = text;
        Words = WordReader.Read(text);
        Quantities = QuantityReader.Read(text, Words);
        var negated = new bool[Words.Count];
        var run = new WordRun(text, Words);
        Negation.Mark(run, 0, Words.Count, negated);
        IsNegated = negated;
        Stems = [.. Words.Select(w => w.Stem)];
    }

    public string Text { get; }

    public List<Word> Words { get; }

    public List<Quantity> Quantities { get; }

    public bool[] IsNegated { get; }

    public HashSet<string> Stems { get; }

    /// <summary>A content word follows right behind: the number counts it.</summary>
    public bool IsCount(Quantity quantity)
    {
        var next = quantity.FirstWord + quantity.WordCount;
        return next < Words.Count && Words[next].IsContent && new WordRun(Text, Words).Joins(next);
    }
}
