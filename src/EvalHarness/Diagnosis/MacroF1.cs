using EvalHarness.Metrics;

namespace EvalHarness.Diagnosis;

/// <summary>The F1 of an enum field's values, averaged over the values.</summary>
public static class MacroF1
{
    public const string Id = "field-macro-f1";

    /// <summary>One per field: <c>field-macro-f1@priority</c>.</summary>
    public static Metric Metric(string field) => new($"{Id}@{field}", Unit.Ratio, Direction.Higher, "1");
}
