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

    /// <summary>Its first sentence denies something, or it says zero.</summary>
    public bool SaysNothing
    {
        get
        {
            var first = SentenceSplitter.Split(Text) is [var sentence, ..] ? sentence.End : 0;
            return Words.Exists(w => w.Stem == "0" || (w.End <= first && w.Lexeme.IsNegator));
        }
    }

    /// <summary>A Roman numeral or an ordinal behind a name says this number: <c>Edward VII</c>.</summary>
    public bool HasNumeral(double value) => Enumerable.Range(0, Words.Count).Any(i => NumeralAt(i) is { } number && number == value);

    /// <summary>The number behind a name, of 1 to 39: the 7 of <c>Edward VII</c>, <c>Edward the Seventh</c>.</summary>
    public int? NumeralAt(int word)
    {
        var before = word > 0 && Words[word - 1].Stem == "the" ? word - 2 : word - 1;
        return before >= 0 && IsCapital(before) ? Numeral.Of(Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start), Words[word].Stem) : null;
    }

    public bool IsCapital(int word) => char.IsUpper(Text[Words[word].Start]);

    /// <summary>A content word follows right behind: the number counts it.</summary>
    public bool IsCount(Quantity quantity)
    {
        var next = quantity.FirstWord + quantity.WordCount;
        return next < Words.Count && Words[next].IsContent && new WordRun(Text, Words).Joins(next);
    }
}
