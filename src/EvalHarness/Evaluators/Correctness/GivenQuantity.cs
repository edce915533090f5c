using System.Text.RegularExpressions;
using EvalHarness.Evaluators.Language;

namespace EvalHarness.Evaluators.Correctness;

/// <summary>Whether an answer gives a quantity of a gold answer, by value.</summary>
internal static partial class GivenQuantity
{
    /// <summary>How far a value that is asked for approximately may be off.</summary>
    private const double Tolerance = 0.01;

    /// <summary>Below this a number that is off by a hundredth is another number.</summary>
    private const double LeastRounded = 100;

    /// <summary>What counts something else (<c>6 locations</c>) is not <c>6 months</c>; <c>24,901 miles</c> are <c>24,900 miles</c> where about that much is asked for; <c>Mary II</c> is <c>Mary 2</c>.</summary>
    public static bool In(ReadText answer, Quantity gold, ReadText question)
    {
        if (answer.Quantities.Exists(q => gold.Agrees(q) && MaySay(answer, gold, q)))
            return true;
        if (Approximately().IsMatch(question.Text))
            return answer.Quantities.Exists(q => gold.IsComparable(q) && gold.Date is null && gold.Value >= LeastRounded && Math.Abs(gold.Value - q.Value) <= Tolerance * gold.Value);
        return gold.Unit.Length == 0 && gold.Date is null && answer.HasNumeral(gold.Value);
    }

    private static bool MaySay(ReadText answer, Quantity gold, Quantity given) =>
        gold.Unit.Length == 0 || given.Unit.Length > 0 || given.Date is not null || !answer.IsCount(given);

    [GeneratedRegex(@"\b(?:approximate(?:ly)?|roughly|estimated?|(?:to|in) (?:the nearest|a (?:hundred|thousand|million))|to the nearest)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Approximately();
}
