namespace EvalHarness.Evaluators.Language;

/// <summary>Reads dates: <c>2024-03-03</c>, <c>March 3, 2024</c>, <c>3rd of March</c>, <c>March 2024</c>.</summary>
internal static class DateRule
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static Quantity? TryRead(WordRun run, int i) => Iso(run, i) ?? MonthFirst(run, i) ?? DayFirst(run, i);

    /// <param name="word">In lower case.</param>
    public static bool IsMonth(string word) => Month(word) is not null;

    private static Quantity? Iso(WordRun run, int i)
    {
        if (run[i].Length != 4 || run.Number(i) is not { } year || run.Number(i + 1) is not (>= 1 and <= 12) || run.Number(i + 2) is not (>= 1 and <= 31))
            return null;
        return run.Before(i + 1) is "-" && run.Before(i + 2) is "-" ? Make(run, i, 3, (int)year, (int?)run.Number(i + 1), (int?)run.Number(i + 2)) : null;
    }

    private static Quantity? MonthFirst(WordRun run, int i)
    {
        if (MonthAt(run, i) is not { } month)
            return null;
        if (DayAt(run, i + 1) is { } day)
            return YearAt(run, i + 2) is { } year ? Make(run, i, 3, year, month, day) : Make(run, i, 2, null, month, day);
        return YearAt(run, i + 1) is { } only ? Make(run, i, 2, only, month, null) : null;
    }

    private static Quantity? DayFirst(WordRun run, int i)
    {
        if (DayAt(run, i) is not { } day)
            return null;
        var at = run.Is(i + 1, "of") ? i + 2 : i + 1;
        if (MonthAt(run, at) is not { } month)
            return null;
        return YearAt(run, at + 1) is { } year ? Make(run, i, at + 2 - i, year, month, day) : Make(run, i, at + 1 - i, null, month, day);
    }

    private static Quantity Make(WordRun run, int first, int count, int? year, int? month, int? day) =>
        run.Quantity(first, count, "", year ?? 0, year ?? 0) with { Date = new CalendarDate(year, month, day) };

    /// <summary>A month's name with a capital; a sentence may begin with <c>May</c>, so only next to a number does it count.</summary>
    private static int? MonthAt(WordRun run, int i)
    {
        var word = run[i];
        return word.Length > 0 && char.IsUpper(word[0]) ? Month(word) : null;
    }

    private static int? Month(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < Months.Length && word.Length >= 3; month++)
        {
            if (word.Equals(Months[month], StringComparison.OrdinalIgnoreCase) || (word.Length == 3 && Months[month].AsSpan(0, 3).Equals(word, StringComparison.OrdinalIgnoreCase)))
                return month + 1;
        }

        return null;
    }

    private static int? DayAt(WordRun run, int i)
    {
        var word = run[i];
        var digits = word.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : word.Length;
        var isOrdinal = word[digits..] is "st" or "nd" or "rd" or "th";
        return (digits == word.Length || isOrdinal) && digits is 1 or 2 && int.Parse(word[..digits]) is var day and >= 1 and <= 31 ? day : null;
    }

    private static int? YearAt(WordRun run, int i) => run[i].Length == 4 && run.Number(i) is { } year and >= 1000 and < 2200 && run.Before(i).Trim() is "" or "," or "of" ? (int)year : null;
}
