using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Groundedness.Records;

/// <summary>Days and times of day that a text names together: <c>Monday to Friday from 9 am to 5 pm</c>.</summary>
internal static class OpeningHours
{
    private const int DaysInWeek = 7;
    private const int EveryDay = 0b1111111;
    private const int Weekdays = 0b0011111;
    private const int Weekend = 0b1100000;

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Groups of days, one bit each from Monday, with the times said of them: the times that follow before days are named again; days at the end belong to the times before.</summary>
    public static List<(int Days, List<double> Times)> Read(WordRun run, IReadOnlyList<Quantity> quantities)
    {
        var groups = new List<(int Days, List<double> Times)>();
        var (days, last, times) = (0, -1, new List<double>());
        for (var i = 0; i < run.Count; i++)
        {
            if (DaysAt(run, i) is not 0 and var named)
            {
                if (times.Count > 0 && days != 0)
                {
                    groups.Add((days, times));
                    (days, last, times) = (0, -1, []);
                }

                days |= last >= 0 && IsRange(run, i) && DayAt(run, i) is var end and >= 0 ? Between(last, end) : named;
                last = DayAt(run, i);
            }

            foreach (var quantity in quantities)
            {
                if (quantity.FirstWord == i && quantity.Unit == Units.Clock)
                    times.Add(quantity.Value);
            }
        }

        if (days != 0)
            groups.Add((days, times));
        return groups;
    }

    private static bool IsRange(WordRun run, int i) => i > 0 && (run.Before(i).Trim() is "-" or "–" or "—" || run.Is(i - 1, "to") || run.Is(i - 1, "through") || run.Is(i - 1, "thru") || run.Is(i - 1, "until"));

    private static int Between(int first, int last)
    {
        var days = 0;
        for (var day = first; ; day = (day + 1) % DaysInWeek)
        {
            days |= 1 << day;
            if (day == last)
                return days;
        }
    }

    private static int DayAt(WordRun run, int i)
    {
        var word = run[i];
        for (var day = 0; day < DaysInWeek; day++)
        {
            if (word.StartsWith(Days[day], StringComparison.OrdinalIgnoreCase) && word.Length <= Days[day].Length + 2)
                return day;
        }

        return -1;
    }

    private static int DaysAt(WordRun run, int i)
    {
        if (DayAt(run, i) is var day and >= 0)
            return 1 << day;
        if (run.Is(i, "weekdays") || run.Is(i, "weekday"))
            return Weekdays;
        if (run.Is(i, "weekends") || run.Is(i, "weekend"))
            return Weekend;
        return run.Is(i, "daily") || run.Is(i, "everyday") || (run.Is(i, "every") && run.Is(i + 1, "day")) || (run.Is(i + 1, "days") && (run.Is(i, "seven") || run.Is(i, "7"))) ? EveryDay : 0;
    }
}
