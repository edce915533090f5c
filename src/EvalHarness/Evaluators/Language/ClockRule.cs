namespace EvalHarness.Evaluators.Language;

/// <summary>Reads times of day, in minutes after midnight: <c>17:30</c>, <c>5 p.m.</c>, <c>noon</c>.</summary>
internal static class ClockRule
{
    public static Quantity? TryRead(WordRun run, int i)
    {
        if (run.Is(i, "noon") || run.Is(i, "midnight"))
            return Make(run, i, 1, run.Is(i, "noon") ? 12 : 24, 0);
        if (run.Number(i) is not { } hour || hour != Math.Floor(hour) || hour > 24)
            return null;

        var hasMinutes = run.Number(i + 1) is >= 0 and < 60 && run.Before(i + 1) is ":" && (run[i + 1].Length == 2 || run[i + 1] is "0");
        var count = hasMinutes ? 2 : 1;
        var minutes = hasMinutes ? run.Number(i + 1)!.Value : 0;
        if (HalfOfDay(run, i + count) is { } afternoon && hour is >= 1 and <= 12)
            return Make(run, i, count + 1, (hour % 12) + (afternoon ? 12 : 0), minutes);
        return hasMinutes ? Make(run, i, count, hour, minutes) : null;
    }

    private static bool? HalfOfDay(WordRun run, int i)
    {
        if (!run.Joins(i))
            return null;
        if (run.Is(i, "pm") || run.Is(i, "p.m"))
            return true;
        return run.Is(i, "am") || run.Is(i, "a.m") ? false : null;
    }

    private static Quantity Make(WordRun run, int first, int count, double hour, double minutes) =>
        run.Quantity(first, count, Units.Clock, ((hour * 60) + minutes) % 1440, hour);
}
