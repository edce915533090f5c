using EvalHarness.Comparisons;
using EvalHarness.Diagnosis;
using EvalHarness.Metrics;
using EvalHarness.Statistics;

namespace EvalHarness.Reports.Wording;

/// <summary>What a pipeline made of a structured field, in words.</summary>
internal static class FieldWords
{
    private const int ShownMistakes = 3;
    private const int ShownClasses = 8;

    public static string Share(double? share) => share is { } value ? Figure.Of(value, Unit.Ratio) : "–";

    /// <summary>"91.2 % [84.0, 98.3]"; nothing for a field without classes.</summary>
    public static string MacroF1(FieldResult field) => field.MacroF1 is { } f1 ? $"{Figure.Of(f1.Value, Unit.Ratio)} {Figure.Interval(f1, Unit.Ratio)}" : "–";

    /// <summary>F1 of each value, the worst first.</summary>
    public static string Classes(FieldResult field)
    {
        if (!field.IsEnum)
            return "";
        var expected = field.Confusion.Classes.Where(c => c.Expected > 0).OrderBy(c => c.F1).ToList();
        var rest = expected.Count > ShownClasses ? $" and {expected.Count - ShownClasses} more" : "";
        return string.Join(", ", expected.Take(ShownClasses).Select(c => $"{Plain(c.Value)} {Share(c.F1)} (n {Figure.Count(c.Expected)})")) + rest;
    }

    /// <summary>The commonest confusions.</summary>
    public static string Mistakes(FieldResult field) => field.IsEnum
        ? string.Join("; ", field.Confusion.Cells.Where(c => c.Given != c.Expected).OrderByDescending(c => c.N).Take(ShownMistakes).Select(c => $"{Plain(c.Expected)} → {Plain(c.Given)}: {Figure.Count(c.N)}"))
        : "";

    private static string Plain(string json) => json == FieldConfusion.Nothing ? "nothing" : json.Trim('"');
}
