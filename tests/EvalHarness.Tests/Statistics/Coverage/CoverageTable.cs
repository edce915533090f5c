using System.Globalization;

namespace EvalHarness.Tests.Statistics.Coverage;

/// <summary>Cells as docs/coverage.md shows them: a line per kind and design, over all p.</summary>
internal static class CoverageTable
{
    public static string Of(IReadOnlyList<CoverageCell> cells) => string.Join(
        '\n',
        [
            "| kind | rows | average % | lowest % (at p) | without an end % | methods |",
            "|---|---|---|---|---|---|",
            .. cells.GroupBy(c => (c.Kind.Name, c.Design)).Select(g => Line([.. g])),
        ]);

    private static string Line(IReadOnlyList<CoverageCell> cells)
    {
        var lowest = cells.MinBy(c => c.Covered)!;
        var methods = string.Join(", ", cells.SelectMany(c => c.Methods.Split(", ")).Where(m => m.Length > 0).Distinct().Order(StringComparer.Ordinal));
        return string.Create(CultureInfo.InvariantCulture, $"| {lowest.Kind.Name} | {lowest.Design} | {100 * cells.Average(c => c.Covered):0.0} | {100 * lowest.Covered:0.0} ({lowest.P:0.00}) | {100 * cells.Average(c => c.Unbounded):0.0} | {methods} |");
    }
}
