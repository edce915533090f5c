namespace EvalHarness.Evaluators.Language;

/// <summary>A date as far as a text gives it: <c>3 March</c> has no year.</summary>
public readonly record struct CalendarDate(int? Year, int? Month, int? Day)
{
    /// <summary>What both say is the same, and both say something of the same kind.</summary>
    public bool Agrees(CalendarDate other) =>
        Same(Year, other.Year) && Same(Month, other.Month) && Same(Day, other.Day)
        && ((Year is not null && other.Year is not null) || (Month is not null && other.Month is not null));

    private static bool Same(int? left, int? right) => left is null || right is null || left == right;
}
