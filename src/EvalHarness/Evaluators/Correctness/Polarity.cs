using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Whether a text says yes or no.</summary>
internal static class Polarity
{
    private const int LeastShared = 2;

    /// <summary>What its first word says; nothing when that is neither.</summary>
    public static bool? Lead(ReadText text)
    {
        if (text.Words.Count == 0)
            return null;
        return text.Text[text.Words[0].Start..text.Words[0].End].ToLowerInvariant() switch
        {
            "yes" or "yeah" or "yep" or "true" or "correct" => true,
            "no" when text.Words.Count == 1 || text.Text[text.Words[0].End] is ',' or '.' or ';' or ':' or '!' or ' ' => false,
            "nope" or "false" or "incorrect" => false,
            _ => null,
        };
    }

    /// <summary>Nothing but a yes or a no.</summary>
    public static bool IsBare(ReadText text) => text.Words.Count == 1 && Lead(text) is not null;

    /// <summary>Whether an answer to a yes/no question says the same as a bare yes or no; beyond its first word it must have to do with the question.</summary>
    public static bool Agrees(bool gold, ReadText answer, ReadText question)
    {
        if (IsBare(answer))
            return Lead(answer) == gold;
        var asked = question.Words.Where(w => w.IsContent).Select(w => w.Stem).Distinct(StringComparer.Ordinal).ToList();
        return asked.Count(answer.Stems.Contains) >= Math.Min(LeastShared, (asked.Count + 1) / 2) && Of(answer) == gold;
    }

    /// <summary>What its first word says, else whether its first sentence is free of negation.</summary>
    public static bool Of(ReadText text)
    {
        if (Lead(text) is { } lead)
            return lead;
        var first = SentenceSplitter.Split(text.Text) is [var sentence, ..] ? sentence.End : 0;
        return !text.Words.Exists(w => w.Lexeme.IsNegator && w.End <= first);
    }
}
