namespace EvalHarness.Evaluators.Language;

/// <summary>Finds the quantities of a text.</summary>
internal static class QuantityReader
{
    public static List<Quantity> Read(string text, IReadOnlyList<Word> words)
    {
        var run = new WordRun(text, words);
        var found = new List<Quantity>();
        for (var i = 0; i < words.Count;)
        {
            if (words[i].Lexeme.MayBeginQuantity && (DateRule.TryRead(run, i) ?? ClockRule.TryRead(run, i) ?? AmountRule.TryRead(run, i)) is { } quantity)
            {
                Add(run, found, quantity);
                i += quantity.WordCount;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>Whether a quantity may begin with this word (in lower case).</summary>
    public static bool MayBegin(string word) =>
        char.IsAsciiDigit(word[0]) || word is "a" or "an" or "half" or "quarter" or "couple" or "noon" or "midnight" || DateRule.IsMonth(word);

    private static void Add(WordRun run, List<Quantity> found, Quantity quantity)
    {
        if (found is [.., var last])
        {
            if (IsContinued(run, last, quantity))
            {
                found[^1] = last with { Value = last.Value + quantity.Value, End = quantity.End, WordCount = quantity.FirstWord + quantity.WordCount - last.FirstWord };
                return;
            }

            if (IsRange(run, last, quantity))
                found[^1] = last with { Unit = quantity.Unit, Value = last.Written * quantity.Value / quantity.Written };
            // "5 requests a minute": a rate, not a time of one minute.
            if (quantity.IsSoft && quantity.FirstWord - (last.FirstWord + last.WordCount) > 2)
                quantity = quantity with { IsSoft = quantity.Unit.Length == 0 };
        }
        else if (quantity.IsSoft)
        {
            quantity = quantity with { IsSoft = quantity.Unit.Length == 0 || IsRate(run, quantity) };
        }

        found.Add(quantity);
    }

    /// <summary><c>1 hour 30 minutes</c> is one time.</summary>
    private static bool IsContinued(WordRun run, Quantity last, Quantity next)
    {
        var gap = next.FirstWord - (last.FirstWord + last.WordCount);
        var joins = gap == 0 ? run.Joins(next.FirstWord) : gap == 1 && run.Is(next.FirstWord - 1, "and") && run.Joins(next.FirstWord);
        return joins && last.Unit == Units.Seconds && next.Unit == Units.Seconds && next.Value < last.Value && last.Value < 86400 * 2;
    }

    /// <summary><c>2–3 days</c>, <c>2 to 3 days</c>: the first number has the second's unit.</summary>
    private static bool IsRange(WordRun run, Quantity last, Quantity next)
    {
        if (last.Unit.Length > 0 || last.Date is not null || next.Unit.Length == 0 || next.Unit == Units.Clock)
            return false;
        var gap = next.FirstWord - (last.FirstWord + last.WordCount);
        return gap == 0
            ? run.Before(next.FirstWord).Trim() is "-" or "–" or "—" or "/"
            : gap == 1 && (run.Is(next.FirstWord - 1, "to") || run.Is(next.FirstWord - 1, "or"));
    }

    private static bool IsRate(WordRun run, Quantity quantity)
    {
        var before = quantity.FirstWord - 1;
        return before >= 0 && (run.Is(before, "once") || run.Is(before, "twice") || run.Is(before, "times") || run.Is(before, "per"));
    }
}
