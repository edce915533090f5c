namespace EvalHarness.Evaluators.Language;

/// <summary>The words of a text with what stands between them.</summary>
internal sealed record WordRun(string Text, IReadOnlyList<Word> Words)
{
    public int Count => Words.Count;

    public ReadOnlySpan<char> this[int word] => word < Count ? Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start) : [];

    public double? Number(int word) => word < Count ? Words[word].Lexeme.Number : null;

    public bool Is(int word, string lower) => this[word].Equals(lower, StringComparison.OrdinalIgnoreCase);

    public bool IsArticle(int word) => Is(word, "a") || Is(word, "an");

    /// <summary>What stands between a word and the one before it; of the first word what stands before it.</summary>
    public ReadOnlySpan<char> Before(int word)
    {
        var from = word == 0 ? 0 : Words[word - 1].End;
        return word < Count ? Text.AsSpan(from, Words[word].Start - from) : [];
    }

    /// <summary>Nothing but spaces or a hyphen stands between a word and the one before it.</summary>
    public bool Joins(int word) => word < Count && Before(word).Trim() is "" or "-" or "‑";

    public char CharacterBefore(int word) => Words[word].Start > 0 ? Text[Words[word].Start - 1] : ' ';

    public char CharacterAfter(int word) => Words[word].End < Text.Length ? Text[Words[word].End] : ' ';

    public Quantity Quantity(int first, int count, string unit, double value, double written, bool isSoft = false) =>
        new(unit, value, written, Words[first].Start, Words[first + count - 1].End, first, count, isSoft);
}
