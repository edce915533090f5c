namespace EvalHarness.Diagnosis;

/// <summary>What was expected of a field against what was given, counted over rows.</summary>
public sealed class FieldConfusion
{
    /// <summary>Stands for a reply that has no such field, or a row without a reply: wrong, whatever was expected.</summary>
    public const string Nothing = "";

    private readonly SortedDictionary<(string Expected, string Given), int> counts = new(Comparer<(string Expected, string Given)>.Create(
        (a, b) => string.CompareOrdinal(a.Expected, b.Expected) is var first and not 0 ? first : string.CompareOrdinal(a.Given, b.Given)));

    public IEnumerable<(string Expected, string Given, int N)> Cells => counts.Select(c => (c.Key.Expected, c.Key.Given, c.Value));

    public int N => counts.Values.Sum();

    /// <summary>All values in one: what was expected at all, given at all, and right.</summary>
    public FieldClass Overall => new("", N, Cells.Where(c => c.Given != Nothing).Sum(c => c.N), Cells.Where(c => c.Expected == c.Given).Sum(c => c.N));

    /// <summary>By value, those that were expected or given.</summary>
    public IReadOnlyList<FieldClass> Classes =>
        [.. counts.Keys.SelectMany(k => new[] { k.Expected, k.Given }).Where(v => v != Nothing).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Class)];

    /// <summary>F1 averaged over the values that were expected at least once, every value weighing the same; absent without rows.</summary>
    /// <remarks>A value that is given and never expected has no class of its own: it costs the expected value its recall.</remarks>
    public double? MacroF1
    {
        get
        {
            double[] scores = [.. Classes.Where(c => c.Expected > 0).Select(c => c.F1!.Value)];
            return scores.Length == 0 ? null : scores.Average();
        }
    }

    public void Add(string expected, string given, int n = 1)
    {
        var sum = counts.GetValueOrDefault((expected, given)) + n;
        if (sum == 0)
            counts.Remove((expected, given));
        else
            counts[(expected, given)] = sum;
    }

    /// <summary>Adds all of another's counts, so many times: −1 takes them away.</summary>
    public void Add(FieldConfusion other, int times)
    {
        foreach (var (expected, given, n) in other.Cells)
            Add(expected, given, times * n);
    }

    private FieldClass Class(string value) => new(
        value,
        Cells.Where(c => c.Expected == value).Sum(c => c.N),
        Cells.Where(c => c.Given == value).Sum(c => c.N),
        counts.GetValueOrDefault((value, value)));
}
