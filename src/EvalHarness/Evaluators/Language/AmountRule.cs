namespace EvalHarness.Evaluators.Language;

/// <summary>Reads amounts: <c>1,000</c>, <c>twenty-five</c>, <c>$1.5 million</c>, <c>half an hour</c>, <c>1 h 30 min</c>, <c>3 business days</c>, <c>99 %</c>.</summary>
internal static class AmountRule
{
    public static Quantity? TryRead(WordRun run, int i)
    {
        if (Spoken(run, i) is { } spoken)
            return spoken;
        var (count, number) = Number(run, i);
        if (count == 0)
            return null;
        if (Units.OfSign(run.CharacterBefore(i)) is { } sign)
            return run.Quantity(i, count, sign, number, number) with { Start = run.Words[i].Start - 1 };
        if (SignBehind(run, i + count - 1) is { } behind)
            return run.Quantity(i, count, behind, number, number) with { End = run.Text.IndexOf(behind, run.Words[i + count - 1].End, StringComparison.Ordinal) + 1 };
        return UnitAt(run, i + count) is { } unit
            ? run.Quantity(i, count + unit.Count, unit.Base, number * unit.Factor, number)
            : run.Quantity(i, count, "", number, number, isSoft: run.Is(i, "one") && count == 1);
    }

    /// <summary>The unit of a sign behind a word: <c>35 €</c>, <c>99%</c>.</summary>
    private static string? SignBehind(WordRun run, int word)
    {
        var sign = run.CharacterAfter(word);
        if (sign == ' ' && run.Words[word].End + 1 < run.Text.Length)
            sign = run.Text[run.Words[word].End + 1];
        return sign is '%' or '€' or '£' ? sign.ToString() : null;
    }

    /// <summary><c>half an hour</c>, <c>a quarter of an hour</c>, <c>a day</c>, <c>a couple of days</c>.</summary>
    private static Quantity? Spoken(WordRun run, int i)
    {
        var at = run.IsArticle(i) ? i + 1 : i;
        var (share, next) = run.Is(at, "half") ? (0.5, at + 1)
            : run.Is(at, "quarter") && run.Is(at + 1, "of") ? (0.25, at + 2)
            : run.Is(at, "couple") && run.Is(at + 1, "of") ? (2, at + 2)
            : (1, at);
        next = share < 1 && run.IsArticle(next) ? next + 1 : next;
        if (next == i || (share == 1 && (run.Is(next, "second") || run.Is(next, "quarter"))) || !run.Joins(next) || UnitAt(run, next) is not { } unit || unit.Base != Units.Seconds)
            return null;
        var end = next + unit.Count;
        return IsAndAHalf(run, end)
            ? run.Quantity(i, end + 3 - i, unit.Base, (share + 0.5) * unit.Factor, share + 0.5)
            : run.Quantity(i, end - i, unit.Base, share * unit.Factor, share, isSoft: share == 1);
    }

    /// <summary>A numeral or number words with their scales; <c>two and a half</c> too. 0 words when there is no number.</summary>
    private static (int Count, double Value) Number(WordRun run, int i)
    {
        if (run.Number(i) is not { } current)
            return (0, 0);
        var isSpoken = char.IsLetter(run[i][0]);
        var (count, total) = (1, 0.0);
        for (var at = i + 1; run.Joins(at); at = i + count)
        {
            if (Scale(run, i, at) is { } scale)
                (total, current, count) = scale < 1000 ? (total, current * scale, count + 1) : (total + (current * scale), 0, count + 1);
            else if (isSpoken && NextSpoken(run, at, total + current) is { } next)
                (current, count) = (current + next.Value, count + next.Count);
            else
                break;
        }

        return IsAndAHalf(run, i + count) ? (count + 3, total + current + 0.5) : (count, total + current);
    }

    /// <summary><c>£50m</c> and <c>50M</c> are millions, <c>50m</c> are metres.</summary>
    private static double? Scale(WordRun run, int first, int at) =>
        run[at] is "M" || (run[at] is "m" && Units.OfSign(run.CharacterBefore(first)) is not null) ? 1e6
        : NumberWords.Scales.TryGetValue(run[at].ToString().ToLowerInvariant(), out var scale) ? scale : null;

    /// <summary>The <c>five</c> of <c>twenty-five</c>, the <c>and thirty</c> of <c>nine hundred and thirty</c>.</summary>
    private static (int Count, double Value)? NextSpoken(WordRun run, int at, double before)
    {
        var skip = run.Is(at, "and") && before >= 100 ? 1 : 0;
        if (run.Number(at + skip) is not { } value || !char.IsLetter(run[at + skip][0]))
            return null;
        return value < 10 && before % 10 == 0 || value < 100 && before % 100 == 0 ? (skip + 1, value) : null;
    }

    private static bool IsAndAHalf(WordRun run, int at) => run.Joins(at) && run.Is(at, "and") && run.IsArticle(at + 1) && run.Is(at + 2, "half");

    /// <summary>A unit, perhaps behind <c>business</c> or the like.</summary>
    private static (int Count, string Base, double Factor)? UnitAt(WordRun run, int i)
    {
        if (!run.Joins(i))
            return null;
        var at = run[i] is "business" or "working" or "calendar" or "consecutive" or "full" or "whole" or "more" ? i + 1 : i;
        return Units.Find(run[at]) is { } unit ? (at - i + 1, unit.Base, unit.Factor) : null;
    }
}
