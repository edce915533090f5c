namespace EvalHarness.Tests;

/// <summary>Which of the long tests this run includes: none, a quarter in turn (CI), or all (<c>./test.sh --full</c>).</summary>
internal static class LongTests
{
    private const int Parts = 4;

    private static string Chosen => Environment.GetEnvironmentVariable("EVALHARNESS_LONG_TESTS") ?? "";

    public static bool Includes(int part) => Chosen == "all" || Chosen == $"{part % Parts}";
}
