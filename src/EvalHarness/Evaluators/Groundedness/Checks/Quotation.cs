using System.Buffers;
using System.Collections.Frozen;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Checks;

/// <summary>Whether a claim stands word for word in one text of the evidence, from the beginning of a clause on: then that text does not contradict it.</summary>
/// <remarks>White space, case and markup apart. A claim that leans on its question is no statement of its own; of a table's cell header and row must both stand there.</remarks>
internal static class Quotation
{
    private static readonly SearchValues<char> Markup = SearchValues.Create(" \t\r\n*_`");

    private static readonly FrozenSet<string> Joints = new[] { "and", "but", "while", "whereas", "so" }.ToFrozenSet(StringComparer.Ordinal);

    public static bool IsQuoted(EvidenceMatch match)
    {
        var claim = match.Claim;
        if (claim.Lent != 0 || (claim.Source.Lines is null && (claim.Own & ~match.All) != 0))
            return false;
        WordRun[] wordings = claim.Source.Lines is { } lines ? [.. lines.Split('\n').Select(line => new WordRun(line, WordReader.Read(line)))] : [new WordRun(claim.Text, claim.Words)];
        return match.Texts.Any(text => new WordRun(text.Evidence.Text, text.Evidence.Words) is var run && Array.TrueForAll(wordings, wording => Stands(wording, run, claim.Source.Lines is not null)));
    }

    private static bool Stands(WordRun wording, WordRun text, bool isLine)
    {
        for (var first = 0; wording.Count > 0 && first + wording.Count <= text.Count; first++)
        {
            if (wording.Words[0].Stem == text.Words[first].Stem && IsSame(wording, text, first) && (isLine ? EndsAlike(wording, text, first) : BeginsClause(text, first)))
                return true;
        }

        return false;
    }

    private static bool IsSame(WordRun wording, WordRun text, int first)
    {
        for (var i = 0; i < wording.Count; i++)
        {
            if (!wording[i].Equals(text[first + i], StringComparison.OrdinalIgnoreCase) || (i > 0 && !IsSame(wording.Before(i), Gap(text, first + i))))
                return false;
        }

        return true;
    }

    /// <summary>The same marks between two words.</summary>
    private static bool IsSame(ReadOnlySpan<char> mine, ReadOnlySpan<char> theirs)
    {
        while (true)
        {
            var (left, right) = (mine.IndexOfAnyExcept(Markup), theirs.IndexOfAnyExcept(Markup));
            if (left < 0 || right < 0)
                return left == right;
            if (mine[left] != theirs[right])
                return false;
            mine = mine[(left + 1)..];
            theirs = theirs[(right + 1)..];
        }
    }

    /// <summary>Behind its last word a row may have ticks and crosses.</summary>
    private static bool EndsAlike(WordRun line, WordRun text, int first)
    {
        var end = text.Words[first + line.Count - 1].End;
        var rest = text.Text.AsSpan(end);
        return IsSame(line.Text.AsSpan(line.Words[^1].End), rest.IndexOf('\n') is >= 0 and var length ? rest[..length] : rest);
    }

    /// <summary>Nothing stands right before it that may turn it round, as <c>not all</c> does <c>all</c>.</summary>
    private static bool BeginsClause(WordRun text, int first) =>
        first == 0 || Joints.Contains(text.Words[first - 1].Stem) || (!text.Words[first - 1].Lexeme.IsNegator && Gap(text, first) is var gap && (gap.ContainsAnyExcept(Markup) || gap.Contains('\n')));

    /// <summary>A record's field repeats names that stand before it: between those and its value is nothing.</summary>
    private static ReadOnlySpan<char> Gap(WordRun text, int word) => text.Words[word].Start >= text.Words[word - 1].End ? text.Before(word) : ".";
}
