namespace EvalHarness.Schemas;

/// <summary>Finds what a mistyped name was meant to be.</summary>
public static class NearestName
{
    /// <summary>The known name with the fewest single-letter edits, when they are few enough to be a slip: at most a third of its letters.</summary>
    public static string? Of(string name, IEnumerable<string> known) => Measured(name, known)
        .Where(c => c.Distance <= Math.Max(1, Math.Max(name.Length, c.Name.Length) / 3))
        .OrderBy(c => c.Distance)
        .Select(c => c.Name)
        .FirstOrDefault();

    /// <summary>"Did you mean 'x'? " or nothing.</summary>
    public static string Question(string name, IEnumerable<string> known) => Of(name, known) is { } nearest ? $"Did you mean '{nearest}'? " : "";

    /// <summary>The known names with the fewest single-letter edits, the nearest first, however far away they are.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> known, int count) =>
        [.. Measured(name, known).OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal).Take(count).Select(c => c.Name)];

    private static IEnumerable<(string Name, int Distance)> Measured(string name, IEnumerable<string> known) =>
        known.Select(candidate => (candidate, Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant())));

    // Levenshtein, with two neighbouring letters swapped counted once (optimal string alignment).
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(rows, a, b, i, j);
        return rows[a.Length, b.Length];
    }

    private static int Step(int[,] rows, string a, string b, int i, int j)
    {
        var best = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}
