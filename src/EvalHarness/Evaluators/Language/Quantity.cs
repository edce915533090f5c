namespace EvalHarness.Evaluators.Language;

/// <summary>A number, amount, time of day or date in a text, compared by value.</summary>
/// <param name="Unit">The base unit; empty for a bare number or a date.</param>
/// <param name="Value">In the base unit.</param>
/// <param name="Written">As it was written, before the unit: 0.5 of <c>0.5 hours</c>.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="FirstWord">The first of the words it is made of.</param>
/// <param name="WordCount">How many words it is made of.</param>
/// <param name="IsSoft">It may confirm but need not be confirmed: <c>one</c>, the <c>a day</c> of <c>twice a day</c>.</param>
public sealed record Quantity(string Unit, double Value, double Written, int Start, int End, int FirstWord, int WordCount, bool IsSoft = false)
{
    /// <summary>Present for a date.</summary>
    public CalendarDate? Date { get; init; }

    /// <summary>Dates agree in what both give; amounts of one unit in value; a bare number agrees with any amount written with it.</summary>
    public bool Agrees(Quantity other)
    {
        if (Date is { } date)
            return other.Date is { } otherDate ? date.Agrees(otherDate) : other.Unit.Length == 0 && other.Value == date.Year;
        if (other.Date is not null)
            return other.Agrees(this);
        if (Unit == other.Unit)
            return Near(Value, other.Value);
        return (Unit.Length == 0 || other.Unit.Length == 0) && Near(Written, other.Written);
    }

    /// <summary>Of one kind, so that the one can contradict the other.</summary>
    public bool IsComparable(Quantity other) => Unit == other.Unit && Date is null == other.Date is null;

    private static bool Near(double left, double right) => Math.Abs(left - right) <= 1e-9 * Math.Max(Math.Abs(left), Math.Abs(right));
}
